import { startLanguage } from './language/start';
import manifest from './plugin.json';

await startLanguage(manifest.id, [
  () => import('./links/locales/pt-BR.json'),
  () => import('./pages/locales/pt-BR.json'),
  () => import('./components/locales/pt-BR.json'),
  () => import('./format/locales/pt-BR.json'),
  // The customer's page shows this panel.
  () => import('./panels/churn-score/locales/pt-BR.json'),
]);

export { plugin } from './plugin';
