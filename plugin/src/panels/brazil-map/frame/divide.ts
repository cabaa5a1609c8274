/** Sizes in pixels; 0 for a part that is left out. */
export interface Parts {
  toolbar: number;
  picture: { width: number; height: number };
  /** Beside the map where it leaves room, else below it. */
  legend: { width: number; height: number; beside: boolean };
}

interface Room {
  width: number;
  height: number;
  withLegend: boolean;
  /** True where the way back is needed, which stands in the toolbar. */
  zoomed: boolean;
}

export const TOOLBAR_HEIGHT = 32;

const SMALLEST = { width: 220, height: 140 };
const TOOLBAR_FROM = 180;
const BESIDE = 200;
/** Rows of entries: two, or three where they are short. */
const BELOW = { rows: 46, narrow: 68, narrowUpTo: 520 };
const BELOW_FROM = 240;
/** Brazil is about as wide as it is high. */
const RATIO = 1;

/** True when nothing but a list can be read in the panel. */
export function isTooSmall(width: number, height: number): boolean {
  return width < SMALLEST.width || height < SMALLEST.height;
}

/** Divides the panel among toolbar, map and legend; a low panel gives all of it to the map. */
export function divide({ width, height, withLegend, zoomed }: Room): Parts {
  const toolbar = height >= TOOLBAR_FROM || zoomed ? TOOLBAR_HEIGHT : 0;
  const rest = height - toolbar;
  const beside = withLegend && width - BESIDE >= rest * RATIO;
  if (beside) {
    const picture = { width: width - BESIDE, height: rest };
    return { toolbar, picture, legend: { width: BESIDE, height: rest, beside: true } };
  }
  const wanted = width < BELOW.narrowUpTo ? BELOW.narrow : BELOW.rows;
  const below = withLegend && rest >= BELOW_FROM ? wanted : 0;
  return { toolbar, picture: { width, height: rest - below }, legend: { width, height: below, beside: false } };
}
