import type { ModelsBody } from '@contract';
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
import { ModelFacts } from './ModelFacts';
import { ModelHistory } from './ModelHistory';
import { Training } from './Training';

// Scenes are large, and the rest of the page does not wait for them.
const ModelCardScene = lazy(() => import('./ModelCardScene'));

/** The churn model: which one serves, training another, those before it, and how good it is. */
export default function Models({ settings }: { settings: AppSettings | undefined }) {
  return (
    <AppPage
      settings={settings}
      title={t('pages.models.title', 'Models')}
      subTitle={t('pages.models.subtitle', 'Which churn model serves, how good it is, and the models before it.')}
    >
      {({ uid }) => <ModelsOf uid={uid} />}
    </AppPage>
  );
}

function ModelsOf({ uid }: { uid: string }) {
  const [version, setVersion] = useState(0);
  const known = useWarehouseStatus(uid, version);
  const model = known.phase === 'known' ? known.status.model : undefined;
  const history = useResource<ModelsBody>(uid, 'models', known.phase === 'known' ? (model?.id ?? '') : undefined);
  if (known.phase !== 'known' || !known.status.generation) return <WarehouseStatusView state={known} />;
  const { generation } = known.status;
  return (
    <Stack direction="column" gap={2}>
      <Section title={t('pages.models.serving', 'The model that serves')}>
        {model && <ModelFacts model={model} />}
        <Training uid={uid} model={model} onBegun={() => setVersion(version + 1)} />
      </Section>
      <Section title={t('pages.models.history.title', 'Models that are kept')}>
        <ResourceView
          resource={history}
          failure={t('pages.models.history.failed', 'The models that are kept could not be read')}
        >
          {({ models }) => <ModelHistory models={models} />}
        </ResourceView>
      </Section>
      {model?.id !== undefined && (
        <Section title={t('pages.models.quality', 'How good it is')}>
          <Suspense fallback={<LoadingPlaceholder text={t('pages.loading', 'Loading…')} />}>
            <ModelCardScene key={model.id} uid={uid} generation={generation} />
          </Suspense>
        </Section>
      )}
    </Stack>
  );
}
