import type { Language } from '@contract';
import type { Resources } from '@grafana/i18n';
import React, { type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchJson } from '../api/http';
import { registerTransformations } from '../data/transformations';
import { loadIcons } from '../host/icons';
import { startPageLanguage } from './startLanguage';

export interface Beginning {
  /** Address of the icons. */
  icons: string | undefined;
  fonts: Promise<void>;
  language: Language;
  texts: Promise<Resources[]>;
}

/** Draws a page in the root element, once its texts, icons and fonts are there. */
export async function startPage(page: ReactNode, { icons, fonts, language, texts }: Beginning): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id "root".');
  registerTransformations();
  // A page without icons is still better than none.
  if (icons !== undefined) await loadIcons(fetchJson(icons)).catch(() => undefined);
  await Promise.all([fonts, startPageLanguage(language, await texts)]);
  createRoot(root).render(<React.StrictMode>{page}</React.StrictMode>);
}
