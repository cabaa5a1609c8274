import { textWidth } from '../../../components/picture/textWidth';

const FONT = 12;
const SWATCH = 16;
const GAP = 14;
export const LEGEND_ROW_HEIGHT = 24;

/** How many rows a legend with these texts takes when it is wrapped at a width in pixels. */
export function legendRows(texts: readonly string[], width: number): number {
  let rows = 1;
  let used = 0;
  for (const text of texts) {
    const needed = SWATCH + textWidth(text, FONT) + GAP;
    if (used > 0 && used + needed > width) {
      rows += 1;
      used = 0;
    }
    used += needed;
  }
  return rows;
}
