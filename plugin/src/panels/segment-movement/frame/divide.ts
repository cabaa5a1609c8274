import { textWidth } from '../../../components/picture/textWidth';

/** Where the list of customers stands; `instead`: in the place of the picture. */
export type ListPlace = 'none' | 'below' | 'instead';

interface Room {
  width: number;
  height: number;
  /** Height that the sentence wants; 0 for none. */
  summary: number;
  /** True when there is a list to show. */
  withList: boolean;
  /** What the buttons of the toolbar say. */
  lenses: readonly string[];
}

/** Heights in pixels; 0 for a part that is left out. */
export interface Parts {
  toolbar: number;
  summary: number;
  picture: number;
  list: number;
  place: ListPlace;
}

export const CHIP_ROW = 30;
export const CHIP_GAP = 6;
export const FIGURES_WIDTH = 150;
/** Below this width the buttons beside the chips lose their words. */
export const LABELS_FIT = 560;
const SMALL_FIGURES = 76;
const CHIP_PADDING = 22;
const CHIP_FONT = 12;
const TOOLBAR_FROM = 160;
/** Without the sentence. */
const SUMMARY_FROM = 240;
const BELOW_FROM = 430;
const LIST = { share: 0.4, most: 320 };

/** True where no flow can be told from another. */
export const isTooSmall = (width: number, height: number): boolean => width < 280 || height < 130;

/** Divides the panel's height among toolbar, sentence, picture and list. */
export function divide({ width, height, summary: wanted, withList, lenses }: Room): Parts {
  const toolbar = height >= TOOLBAR_FROM ? chipRows(lenses, width) * CHIP_ROW + 4 : 0;
  const summary = height >= SUMMARY_FROM + wanted ? wanted : 0;
  const body = height - toolbar - summary;
  if (!withList) return { toolbar, summary, picture: body, list: 0, place: 'none' };
  if (height < BELOW_FROM) return { toolbar, summary, picture: 0, list: body, place: 'instead' };
  const list = Math.min(LIST.most, Math.round(body * LIST.share));
  return { toolbar, summary, picture: body - list, list, place: 'below' };
}

/** How many rows the chips take beside the buttons of the toolbar. */
export function chipRows(texts: readonly string[], width: number): number {
  const room = width - (width >= LABELS_FIT ? FIGURES_WIDTH : SMALL_FIGURES);
  let rows = 1;
  let used = 0;
  for (const text of texts) {
    const needed = textWidth(text, CHIP_FONT) + CHIP_PADDING + CHIP_GAP;
    if (used > 0 && used + needed > room) {
      rows += 1;
      used = 0;
    }
    used += needed;
  }
  return rows;
}
