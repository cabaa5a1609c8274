import { pageLanguage } from '../host/language';
import { askEarly } from './early';
import { loadFonts } from './fonts';
import { loadTexts } from './language';
import type { Beginning } from './startPage';

/** Asks for all that the first picture needs, while the application itself is still on its way. */
export function begin(): Beginning {
  const language = pageLanguage();
  document.documentElement.lang = language;
  return { icons: askEarly(), fonts: loadFonts(), language, texts: loadTexts(language) };
}
