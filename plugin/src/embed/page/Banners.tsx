import { loadText, type WarehouseStatus } from '@contract';
import { Alert } from '@grafana/ui';
import React from 'react';
import { currentLanguage } from '../../language/current';
import { stepText } from '../../language/names';
import { t } from '../../language/t';
import type { Connection } from '../api/useStatus';
import { SampleBanner } from './SampleBanner';
import { SignInLink } from './SignInLink';

interface Props {
  status: WarehouseStatus;
  connection: Connection;
}

/** What a reader must know about the data before reading numbers. */
export function Banners({ status, connection }: Props) {
  const { state, error, progress, generation } = status;
  return (
    <>
      {generation?.sample && <SampleBanner />}
      <LostBanner {...connection} />
      {state === 'building' && (
        <Alert
          severity="info"
          title={t('embed.banners.newer', 'Newer data is being prepared')}
          bottomSpacing={0}
          topSpacing={1}
        >
          {progress ? `${stepText(progress.step)}, ${Math.round(progress.share * 100)}%. ` : ''}
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
          <span style={{ whiteSpace: 'pre-line' }}>{loadText(error, currentLanguage())}</span>
        </Alert>
      )}
    </>
  );
}

function LostBanner({ lost, signedOut }: Connection) {
  if (lost === undefined) return null;
  return (
    <Alert severity="warning" title={lost} bottomSpacing={0} topSpacing={1}>
      {signedOut ? (
        <>
          <p>{t('embed.banners.signedOut', 'The page shows what it knew last. Sign in again to go on reading.')}</p>
          <SignInLink />
        </>
      ) : (
        t('embed.banners.lost', 'The page shows what it knew last, and goes on by itself when the server is back.')
      )}
    </Alert>
  );
}
