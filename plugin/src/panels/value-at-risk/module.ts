import components from '../../components/locales/pt-BR.json';
import format from '../../format/locales/pt-BR.json';
import { startLanguage } from '../../language/start';
import own from './locales/pt-BR.json';
import manifest from './plugin.json';

await startLanguage(
  manifest.id,
  [own, components, format].map((texts) => () => Promise.resolve(texts)),
);

export { plugin } from './plugin';
