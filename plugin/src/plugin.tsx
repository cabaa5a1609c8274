import { AppPlugin, type AppPluginMeta, type AppRootProps, type PluginConfigPageProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import { withBoundary } from './components/ErrorBoundary';
import { t } from './language/t';
import { addLinks } from './links/addLinks';
import type { AppSettings } from './pages/settings';

const LazyApp = lazy(() => import('./pages/App'));
const LazyConfiguration = lazy(() => import('./pages/configuration/Configuration'));

const App = withBoundary(
  (props: AppRootProps<AppSettings>) => (
    <Suspense fallback={<LoadingPlaceholder text={t('pages.loading', 'Loading…')} />}>
      <LazyApp {...props} />
    </Suspense>
  ),
  'Churnwatch',
);

const Configuration = withBoundary(
  (props: PluginConfigPageProps<AppPluginMeta<AppSettings>>) => (
    <Suspense fallback={<LoadingPlaceholder text={t('pages.loading', 'Loading…')} />}>
      <LazyConfiguration {...props} />
    </Suspense>
  ),
  'The configuration',
);

export const plugin = addLinks(
  new AppPlugin<AppSettings>().setRootPage(App).addConfigPage({
    title: 'Configuration',
    icon: 'cog',
    id: 'configuration',
    body: Configuration,
  }),
);
