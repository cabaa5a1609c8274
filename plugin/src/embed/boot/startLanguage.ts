import type { Language } from '@contract';
import { initRegionalFormatForTests as setNotation, type Resources } from '@grafana/i18n';
import i18next from 'i18next';
import { currentLocale, setCurrentLanguage } from '../../language/current';
import { startLanguage } from '../../language/start';

const TEXTS = 'churnwatch';

/** Makes the page speak the language, with these texts: what Grafana does for its own page. */
export async function startPageLanguage(language: Language, texts: readonly Resources[]): Promise<void> {
  setCurrentLanguage(language);
  const locale = currentLocale();
  setNotation(locale);
  await i18next.init({ lng: locale, fallbackLng: 'en-US', resources: {}, returnEmptyString: false });
  for (const one of texts) i18next.addResourceBundle(locale, TEXTS, one, true);
  await startLanguage(TEXTS, []);
  setCurrentLanguage(language);
}
