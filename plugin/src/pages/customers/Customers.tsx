import { modelReason } from '../../language/names';
import { t } from '../../language/t';
import { Alert, Stack } from '@grafana/ui';
import React from 'react';
import { useWarehouseStatus } from '../../components/status/useWarehouseStatus';
import { WarehouseStatusView } from '../../components/status/WarehouseStatusView';
import { AppPage } from '../frame/AppPage';
import type { AppSettings } from '../settings';
import { SourceCustomers } from './SourceCustomers';

/** All customers: searched, filtered, sorted, a page at a time. Links from panels and alerts lead here. */
export default function Customers({ settings }: { settings: AppSettings | undefined }) {
  return (
    <AppPage
      settings={settings}
      title={t('pages.customers.title', 'Customers')}
      subTitle={t('pages.customers.subtitle', 'Who is about to stop buying, what hangs on each, and what to do.')}
    >
      {({ uid }) => <CustomersOf uid={uid} />}
    </AppPage>
  );
}

function CustomersOf({ uid }: { uid: string }) {
  const known = useWarehouseStatus(uid);
  if (known.phase !== 'known' || !known.status.generation) return <WarehouseStatusView state={known} />;
  const { generation, model } = known.status;
  const scored = model?.state === 'ready';
  return (
    <Stack direction="column" gap={2}>
      {!scored && (
        <Alert title={t('pages.customers.no-scores', 'There are no churn scores yet')} severity="info">
          {modelReason(model) ??
            t(
              'pages.customers.no-scores-hint',
              'The model is being trained. Until it serves, the list shows purchases.',
            )}
        </Alert>
      )}
      <SourceCustomers uid={uid} generation={generation} scored={scored} />
    </Stack>
  );
}
