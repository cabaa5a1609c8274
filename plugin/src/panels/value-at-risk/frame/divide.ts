/** Where the list of customers stands; `instead`: in the place of the matrix, once a cell is chosen. */
export type ListPlace = 'none' | 'beside' | 'below' | 'instead';

interface Room {
  width: number;
  height: number;
  /** Height that the sentence wants; 0 for none. */
  summary: number;
  withList: boolean;
  /** True when the reader has chosen a cell. */
  chosen: boolean;
}

/** Sizes in pixels; 0 for a part that is left out. */
export interface Parts {
  toolbar: number;
  summary: number;
  picture: { width: number; height: number };
  list: { place: ListPlace; width: number; height: number };
}

export const TOOLBAR_HEIGHT = 32;
const TOOLBAR_FROM = 150;
const SUMMARY_FROM = 230;
const BESIDE_FROM = { width: 900, height: 200 };
const BELOW_FROM = 420;
const GAP = 12;
const PICTURE_BELOW = { least: 230, most: 330 };
const PICTURE_BESIDE = 620;

/** True where not even three columns of figures can be read. */
export const isTooSmall = (width: number, height: number): boolean => width < 230 || height < 110;

/** Divides the panel's room among toolbar, sentence, matrix and list. */
export function divide({ width, height, summary: wanted, withList, chosen }: Room): Parts {
  const toolbar = height >= TOOLBAR_FROM ? TOOLBAR_HEIGHT : 0;
  const summary = height >= SUMMARY_FROM ? wanted : 0;
  const body = height - toolbar - summary;
  const place = placeOf({ width, height: body, withList, chosen });
  const common = { toolbar, summary };
  if (place === 'beside') {
    const picture = Math.min(PICTURE_BESIDE, Math.round(width * 0.5));
    return {
      ...common,
      picture: { width: picture, height: body },
      list: { place, width: width - picture - GAP, height: body },
    };
  }
  if (place === 'below') {
    const picture = Math.min(PICTURE_BELOW.most, Math.max(PICTURE_BELOW.least, Math.round(body * 0.5)));
    return {
      ...common,
      picture: { width, height: picture },
      list: { place, width, height: body - picture - GAP },
    };
  }
  return { ...common, picture: { width, height: body }, list: { place, width, height: body } };
}

function placeOf({ width, height, withList, chosen }: Omit<Room, 'summary'>): ListPlace {
  if (!withList) return 'none';
  if (width >= BESIDE_FROM.width && height >= BESIDE_FROM.height) return 'beside';
  if (height >= BELOW_FROM) return 'below';
  return chosen ? 'instead' : 'none';
}
