import type { WarehouseStatus } from '@contract';
import { t } from '../../language/t';
import React from 'react';
import { ActionButton } from '../frame/ActionButton';
import { AdministratorsOnly } from '../frame/AdministratorsOnly';

interface Props {
  uid: string;
  status: WarehouseStatus;
  /** Called when a build has begun. */
  onBegun: () => void;
}

/** The button that has the warehouse built anew; how far a build has come is said above it. */
export function Rebuild({ uid, status, onBegun }: Props) {
  if (status.state === 'building') return null;
  return (
    <AdministratorsOnly what={t('pages.data.rebuild-role', 'Administrators can have the warehouse built anew.')}>
      <ActionButton
        uid={uid}
        path="warehouse/rebuild"
        icon="sync"
        label={t('pages.data.rebuild', 'Build anew')}
        note={t(
          'pages.data.rebuild-note',
          'Reads all files again. Dashboards keep answering from the data before until the new data has passed its checks.',
        )}
        failure={t('pages.data.rebuild-failed', 'The warehouse cannot be built now')}
        onBegun={onBegun}
      />
    </AdministratorsOnly>
  );
}
