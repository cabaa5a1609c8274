import type { WarehouseStatus } from '@contract';
import { Alert } from '@grafana/ui';
import React from 'react';
import { stepText } from '../../language/names';
import { t } from '../../language/t';
import { SampleBanner } from './SampleBanner';

interface Props {
  status: WarehouseStatus;
  /** Why the server does not answer at the moment. */
  lost: string | undefined;
}

/** What a reader must know about the data before reading numbers. */
export function Banners({ status, lost }: Props) {
  const { state, error, progress, generation } = status;
  return (
    <>
      {generation?.sample && <SampleBanner />}
      {lost !== undefined && (
        <Alert severity="warning" title={lost} bottomSpacing={0} topSpacing={1}>
          {t('embed.banners.lost', 'The page shows what it knew last, and goes on by itself when the server is back.')}
        </Alert>
      )}
      {state === 'building' && (
        <Alert
          severity="info"
          title={t('embed.banners.newer', 'Newer data is being prepared')}
          bottomSpacing={0}
          topSpacing={1}
        >
          {progress ? `${stepText(progress.step)}, ${Math.round(progress.share * 100)} %. ` : ''}
          {t('embed.banners.newerHelp', 'The page shows the data as of before until then.')}
        </Alert>
      )}
      {error !== undefined && (
        <Alert
          severity="warning"
          title={t(
            'embed.banners.failed',
            'The last build of the data failed; this page shows the data of the build before',
          )}
          bottomSpacing={0}
          topSpacing={1}
        >
          <span style={{ whiteSpace: 'pre-line' }}>{error}</span>
        </Alert>
      )}
    </>
  );
}
