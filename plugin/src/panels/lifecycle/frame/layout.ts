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

const SMALLEST = { width: 200, height: 100 };
const TOOLBAR = 32;
const SUMMARY = { line: 20, fits: 1_150, narrow: 600 };
const DETAILS = { line: 26, fits: 420 };
const LEGEND = { line: 22, fits: 640, narrow: 360 };
const LIST = { belowFrom: 400, share: 0.4, most: 280 };
const FROM = { toolbar: 140, summary: 220, legend: 200 };

/** True when nothing but a sentence can be read in the panel. */
export function isTooSmall(width: number, height: number): boolean {
  return width < SMALLEST.width || height < SMALLEST.height;
}

/** Divides the panel's height; a low panel gives all of it to the picture. */
export function partsOf({ width, height, withSummary, withDetails, withLegend, withList }: Room): Parts {
  const toolbar = height >= FROM.toolbar ? TOOLBAR : 0;
  const summary = withSummary && height >= FROM.summary ? SUMMARY.line * summaryLines(width) + 4 : 0;
  const details = withDetails && height >= FROM.toolbar ? DETAILS.line * (width < DETAILS.fits ? 2 : 1) : 0;
  const wantedLegend = withLegend && height >= FROM.legend ? LEGEND.line * legendLines(width) : 0;
  const body = height - toolbar - summary - details;
  const list = withList ? listHeight(height, body) : 0;
  // The legend goes with its picture.
  const legend = list < body ? wantedLegend : 0;
  return { toolbar, summary, details, list, legend, picture: body - list - legend };
}

function legendLines(width: number): number {
  if (width >= LEGEND.fits) return 1;
  return width >= LEGEND.narrow ? 2 : 3;
}

function summaryLines(width: number): number {
  if (width >= SUMMARY.fits) return 1;
  return width >= SUMMARY.narrow ? 2 : 3;
}

function listHeight(height: number, body: number): number {
  return height < LIST.belowFrom ? body : Math.min(LIST.most, Math.round(body * LIST.share));
}
