import type { LoadsBody } from '@contract';
import { t } from '../../language/t';
import { LoadingPlaceholder, Stack } from '@grafana/ui';
import React, { lazy, Suspense, useState } from 'react';
import { useWarehouseStatus } from '../../components/status/useWarehouseStatus';
import { WarehouseStatusView } from '../../components/status/WarehouseStatusView';
import { AppPage } from '../frame/AppPage';
import { ResourceView } from '../frame/ResourceView';
import { Section } from '../frame/Section';
import { useResource } from '../frame/useResource';
import type { AppSettings } from '../settings';
import { Generations } from './Generations';
import { LoadReport } from './LoadReport';
import { Rebuild } from './Rebuild';

// Scenes are large, and the rest of the page does not wait for them.
const OperationsScene = lazy(() => import('./OperationsScene'));

/** The data: what is served and how fresh it is, how it was loaded and what was refused, and building it anew. */
export default function Data({ settings }: { settings: AppSettings | undefined }) {
  return (
    <AppPage
      settings={settings}
      title={t('pages.data.title', 'Data')}
      subTitle={t('pages.data.subtitle', 'What is loaded, how fresh it is, and which rows were rejected and why.')}
    >
      {({ uid }) => <DataOf uid={uid} />}
    </AppPage>
  );
}

function DataOf({ uid }: { uid: string }) {
  const [version, setVersion] = useState(0);
  const known = useWarehouseStatus(uid, version);
  const status = known.phase === 'known' ? known.status : undefined;
  const generation = status?.generation;
  const loads = useResource<LoadsBody>(uid, 'warehouse/loads', generation?.id);
  return (
    <Stack direction="column" gap={2}>
      <Section title={t('pages.data.served', 'What is served')}>
        <WarehouseStatusView state={known} />
        {status && <Rebuild uid={uid} status={status} onBegun={() => setVersion(version + 1)} />}
      </Section>
      {generation && (
        <>
          <Section title={t('pages.data.health', 'Freshness and load')}>
            <Suspense fallback={<LoadingPlaceholder text={t('pages.loading', 'Loading…')} />}>
              <OperationsScene uid={uid} generation={generation} />
            </Suspense>
          </Section>
          <ResourceView resource={loads} failure={t('pages.data.loads-failed', 'The load reports could not be read')}>
            {({ loads: [newest, ...rest] }) =>
              newest && (
                <>
                  <Section title={t('pages.data.report', 'Load report')}>
                    <LoadReport load={[newest, ...rest].find(({ serves }) => serves) ?? newest} />
                  </Section>
                  <Section title={t('pages.data.generations.title', 'Generations that are kept')}>
                    <Generations loads={[newest, ...rest]} />
                  </Section>
                </>
              )
            }
          </ResourceView>
        </>
      )}
    </Stack>
  );
}
