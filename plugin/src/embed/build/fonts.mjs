// The fonts of Grafana's theme, under the names by which its global styles ask for them.
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const FONTS = {
  'inter/Inter-Regular.woff2': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  'inter/Inter-Italic.woff2': '@fontsource/inter/files/inter-latin-400-italic.woff2',
  'inter/Inter-Medium.woff2': '@fontsource/inter/files/inter-latin-500-normal.woff2',
  'roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2':
    '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2',
};

/** Copies the fonts into `assets`/fonts. */
export async function copyFonts(assets) {
  for (const [name, file] of Object.entries(FONTS)) {
    const target = `${assets}/fonts/${name}`;
    await mkdir(target.slice(0, target.lastIndexOf('/')), { recursive: true });
    await copyFile(require.resolve(file), target);
  }
}
