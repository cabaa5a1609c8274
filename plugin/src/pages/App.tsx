import type { AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import type { AppSettings } from './settings';

const Customer = lazy(() => import('./customer/Customer'));
const Home = lazy(() => import('./home/Home'));

/** The app's pages. Every address that names none of them shows the first. */
export default function App({ meta }: AppRootProps<AppSettings>) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading…" />}>
      <Routes>
        <Route path="customer" element={<Customer settings={meta.jsonData} />} />
        <Route path="*" element={<Home settings={meta.jsonData} />} />
      </Routes>
    </Suspense>
  );
}
