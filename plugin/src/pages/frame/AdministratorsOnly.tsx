import { t } from '../../language/t';
import { Text } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { isAdministrator, roleOfReader } from './role';

interface Props {
  /** What administrators can do, as in "Administrators can have a model trained." */
  what: string;
  children: ReactNode;
}

/** What only administrators can do; to others it says which role it takes and which they have. */
export function AdministratorsOnly({ what, children }: Props) {
  if (isAdministrator()) return <>{children}</>;
  return (
    <Text element="p" color="secondary">
      {t('pages.role.needed', '{{what}} It takes the role Admin; yours is {{role}}.', { what, role: roleOfReader() })}
    </Text>
  );
}
