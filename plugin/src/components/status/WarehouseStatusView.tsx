import { loadText, type WarehouseStatus } from '@contract';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import React from 'react';
import { currentLanguage } from '../../language/current';
import { t } from '../../language/t';
import { BuildProgress } from './BuildProgress';
import { GenerationFacts } from './GenerationFacts';
import type { StatusState } from './useWarehouseStatus';

interface Props {
  state: StatusState;
}

/** What a data source serves: which data, how fresh, or how far its building has come, or why there is none. */
export function WarehouseStatusView({ state }: Props) {
  switch (state.phase) {
    case 'loading':
      return <LoadingPlaceholder text={t('components.status.asking', 'Asking the data source…')} />;
    case 'unreachable':
      return (
        <Alert title={t('components.status.unreachable', 'The data source does not answer')} severity="error">
          {state.message}
        </Alert>
      );
    case 'known':
      return <KnownStatus status={state.status} />;
  }
}

function KnownStatus({ status }: { status: WarehouseStatus }) {
  const { state, progress, error, generation } = status;
  return (
    <>
      {state === 'building' && <BuildProgress progress={progress} first={generation === undefined} />}
      {error !== undefined && (
        <Alert
          title={
            generation
              ? t('components.status.failedServing', 'The last build failed; the data before it is still served')
              : t('components.status.failed', 'The warehouse could not be built')
          }
          severity={generation ? 'warning' : 'error'}
        >
          {loadText(error, currentLanguage())}
        </Alert>
      )}
      {generation?.sample && (
        <Alert title={t('components.status.sample', 'This is generated sample data')} severity="info">
          {t(
            'components.status.sampleHelp',
            "Name the folder with your own order files in the data source's settings to see your own shop.",
          )}
        </Alert>
      )}
      {generation && <GenerationFacts generation={generation} />}
    </>
  );
}
