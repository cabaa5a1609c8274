import { LinkButton } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { t } from '../../language/t';
import { CenteredPage } from './CenteredPage';

interface Props {
  title: string;
  message: string;
  /** False where there is no list of dashboards to go to. */
  toList?: boolean;
  /** What can be done about it. */
  children?: ReactNode;
}

/** What went wrong, in the server's words, and the way on. */
export function FailurePage({ title, message, toList = true, children }: Props) {
  return (
    <CenteredPage title={title}>
      <p role="alert" style={{ whiteSpace: 'pre-line' }}>
        {message}
      </p>
      {children}
      {toList && (
        <LinkButton href="/" variant="secondary" icon="apps">
          {t('embed.allDashboards', 'All dashboards')}
        </LinkButton>
      )}
    </CenteredPage>
  );
}
