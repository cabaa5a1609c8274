import type { AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { t } from '../language/t';
import type { AppSettings } from './settings';

const Alerts = lazy(() => import('./alerts/Alerts'));
const Customer = lazy(() => import('./customer/Customer'));
const Customers = lazy(() => import('./customers/Customers'));
const Data = lazy(() => import('./data/Data'));
const Home = lazy(() => import('./home/Home'));
const Models = lazy(() => import('./models/Models'));
const Settings = lazy(() => import('./configuration/Settings'));

/** The app's pages. Every address that names none of them shows the first. */
export default function App({ meta }: AppRootProps<AppSettings>) {
  const settings = meta.jsonData;
  return (
    <Suspense fallback={<LoadingPlaceholder text={t('pages.loading', 'Loading…')} />}>
      <Routes>
        <Route path="alerts" element={<Alerts settings={settings} />} />
        <Route path="customer" element={<Customer settings={settings} />} />
        <Route path="customers" element={<Customers settings={settings} />} />
        <Route path="data" element={<Data settings={settings} />} />
        <Route path="models" element={<Models settings={settings} />} />
        <Route path="settings" element={<Settings meta={meta} />} />
        <Route path="*" element={<Home settings={settings} />} />
      </Routes>
    </Suspense>
  );
}
