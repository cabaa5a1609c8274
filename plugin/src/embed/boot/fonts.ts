const INTER = [
  { weight: '400', url: '/assets/fonts/inter/Inter-Regular.woff2' },
  { weight: '500', url: '/assets/fonts/inter/Inter-Medium.woff2' },
];

/** Longest wait in ms: a page in another font is better than none. */
const PATIENCE = 1_000;

/** Loads the page's font. Pictures measure their texts when they are drawn, so it must be there before them. */
export async function loadFonts(): Promise<void> {
  const fonts = INTER.map(({ url, weight }) => new FontFace('Inter', `url(${url})`, { weight }));
  fonts.forEach((font) => document.fonts.add(font));
  const loaded = Promise.allSettled(fonts.map((font) => font.load()));
  await Promise.race([loaded, new Promise((resolve) => window.setTimeout(resolve, PATIENCE))]);
}
