import { startLanguage } from '../language/start';
import { chunksPath } from './chunksPath';
import manifest from './plugin.json';

__webpack_public_path__ = chunksPath(__webpack_public_path__);

await startLanguage(manifest.id, [
  () => import('./locales/pt-BR.json'),
  () => import('../components/locales/pt-BR.json'),
  () => import('../format/locales/pt-BR.json'),
]);

export { plugin } from './plugin';
