import { initPluginTranslations, type ResourceLoader, type Resources } from '@grafana/i18n';
import { languageFor } from '@contract';
import { setCurrentLanguage } from './current';

/** Loads the Portuguese texts of one room. */
export type LoadTexts = () => Promise<Resources | { default: Resources }>;

/**
 * Lets a plugin speak its reader's language, as Grafana knows it. English stands in the code; Portuguese is loaded for
 * those who read it. A plugin's module waits for this before it hands itself over, so that no text changes on the screen.
 */
export async function startLanguage(pluginId: string, portuguese: readonly LoadTexts[]): Promise<void> {
  const { language } = await initPluginTranslations(pluginId, portuguese.map(forPortuguese));
  setCurrentLanguage(language);
}

const forPortuguese =
  (load: LoadTexts): ResourceLoader =>
  async (language) => {
    if (languageFor(language) !== 'pt-BR') return {};
    const texts = await load();
    return isModule(texts) ? texts.default : texts;
  };

function isModule(texts: Resources | { default: Resources }): texts is { default: Resources } {
  return typeof texts.default === 'object';
}
