import { languageFor, type Language } from '@contract';
import { parseUrlState } from '../url/urlState';
import { remembered, remember } from './remembered';

const KEY = 'churnwatch.language';

/** The page's language: as the address says, else as last chosen here, else as the reader's browser prefers. */
export function pageLanguage(): Language {
  const { lang } = parseUrlState(window.location.search);
  return lang ?? languageFor(remembered(KEY) ?? window.navigator.language);
}

/** Opens this page in another language, all of it anew: its texts, its dashboard and its data. */
export function chooseLanguage(language: Language, open = openAnew): void {
  remember(KEY, language);
  const address = new URL(window.location.href);
  address.searchParams.set('lang', language);
  open(address.href);
}

const openAnew = (href: string): void => window.location.assign(href);
