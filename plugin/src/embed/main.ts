import { askEarly } from './boot/early';
import { loadFonts } from './boot/fonts';
import './boot/globals';

const icons = askEarly();
const fonts = loadFonts();
void import('./boot/start').then(({ start }) => start(icons, fonts));
