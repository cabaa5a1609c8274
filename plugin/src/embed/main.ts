import { askEarly } from './boot/early';
import { loadFonts } from './boot/fonts';
import { loadTexts } from './boot/language';
import { pageLanguage } from './host/language';
import './boot/globals';

const language = pageLanguage();
document.documentElement.lang = language;
const icons = askEarly();
const fonts = loadFonts();
const texts = loadTexts(language);
void import('./boot/start').then(({ start }) => start({ icons, fonts, language, texts }));
