import React from 'react';
import { createRoot } from 'react-dom/client';
import { fetchDashboard } from '../api/dashboards';
import { fetchJson } from '../api/http';
import { registerTransformations } from '../data/transformations';
import { loadIcons } from '../host/icons';
import { App } from '../page/App';

/** Starts the application in the page's root element. @param icons address of the icons' file */
export async function start(icons: string | undefined): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id "root".');
  registerTransformations();
  // A page without icons is still better than none.
  if (icons !== undefined) await loadIcons(fetchJson(icons)).catch(() => undefined);
  createRoot(root).render(
    <React.StrictMode>
      <App loadDashboard={loadDashboard} />
    </React.StrictMode>,
  );
}

const loadDashboard = (uid: string) => fetchDashboard(uid);
