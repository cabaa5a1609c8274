interface Room {
  width: number;
  height: number;
  withSummary: boolean;
  withDetails: boolean;
  withLegend: boolean;
  /** True when there is a list of customers to show. */
  withList: boolean;
}

/** Heights in pixels; 0 for a part that is left out. */
export interface Parts {
  toolbar: number;
  summary: number;
  details: number;
  legend: number;
  /** In the place of the picture where that is 0. */
  list: number;
  picture: number;
}

const SMALLEST = { width: 220, height: 110 };
/** Below this width the toolbar takes two lines. */
export const TOOLBAR_FITS = 470;
const TOOLBAR = 32;
const LINE = 22;
/** Below this width the summary is brief. */
export const BRIEF_BELOW = 620;
const SUMMARY = { line: 20, fits: 1_100, narrow: 480 };
const LEGEND = { line: 22, fits: 560, gap: 4 };
const LIST = { belowFrom: 400, share: 0.4, most: 280 };
const FROM = { toolbar: 150, summary: 240, legend: 220 };

/** True when nothing but one figure can be read in the panel. */
export function isTooSmall(width: number, height: number): boolean {
  return width < SMALLEST.width || height < SMALLEST.height;
}

/** Divides the panel's height; a low panel gives all of it to the picture. */
export function partsOf({ width, height, withSummary, withDetails, withLegend, withList }: Room): Parts {
  const lines = (fits: number): number => (width < fits ? 2 : 1);
  const part = (wanted: boolean, from: number, size: number): number => (wanted && height >= from ? size : 0);
  const toolbar = part(true, FROM.toolbar, TOOLBAR * lines(TOOLBAR_FITS));
  const summary = part(withSummary, FROM.summary, SUMMARY.line * (lines(SUMMARY.fits) + lines(SUMMARY.narrow) - 1) + 4);
  const details = part(withDetails, FROM.toolbar, LINE * lines(TOOLBAR_FITS) + 4);
  const wantedLegend = part(withLegend, FROM.legend, LEGEND.line * lines(LEGEND.fits) + LEGEND.gap);
  const body = height - toolbar - summary - details;
  const list = withList ? listHeight(height, body) : 0;
  // The legend goes with its picture.
  const legend = list < body ? wantedLegend : 0;
  return { toolbar, summary, details, list, legend, picture: body - list - legend };
}

function listHeight(height: number, body: number): number {
  return height < LIST.belowFrom ? body : Math.min(LIST.most, Math.round(body * LIST.share));
}
