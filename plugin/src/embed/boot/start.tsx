import React from 'react';
import { createRoot } from 'react-dom/client';
import { fetchDashboard } from '../api/dashboards';
import { fetchJson } from '../api/http';
import { registerTransformations } from '../data/transformations';
import { loadIcons } from '../host/icons';
import { App } from '../page/App';

/** Starts the application in the page's root element, once its icons (at this address) and fonts are there. */
export async function start(icons: string | undefined, fonts: Promise<void>): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id "root".');
  registerTransformations();
  // A page without icons is still better than none.
  if (icons !== undefined) await loadIcons(fetchJson(icons)).catch(() => undefined);
  await fonts;
  createRoot(root).render(
    <React.StrictMode>
      <App loadDashboard={loadDashboard} />
    </React.StrictMode>,
  );
}

const loadDashboard = (uid: string) => fetchDashboard(uid);
