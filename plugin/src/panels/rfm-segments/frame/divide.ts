import type { SegmentRow } from '../data/model';
import { legendText } from '../legend/Legend';
import { LEGEND_ROW_HEIGHT, legendRows } from '../legend/rows';
import type { Size } from '../options';
import { TOOLBAR_HEIGHT } from './Toolbar';

interface Room {
  rows: readonly SegmentRow[];
  size: Size;
  width: number;
  height: number;
  withLegend: boolean;
}

/** Heights in pixels; 0 for a part that is left out. */
export interface Parts {
  toolbar: number;
  picture: number;
  legend: number;
}

const SMALLEST = { width: 200, height: 110 };
const TOOLBAR_FROM = 150;
const LEGEND_FROM = 220;
const LEGEND_SHARE = 0.3;
const LEGEND_GAP = 4;

/** True when nothing but the list of segments can be read in the panel. */
export function isTooSmall(width: number, height: number): boolean {
  return width < SMALLEST.width || height < SMALLEST.height;
}

/** Divides the panel's height among toolbar, picture and legend; a low panel gives all of it to the picture. */
export function divide({ rows, size, width, height, withLegend }: Room): Parts {
  const toolbar = height >= TOOLBAR_FROM ? TOOLBAR_HEIGHT : 0;
  const texts = rows.map((row) => legendText(row, size));
  const wanted = legendRows(texts, width) * LEGEND_ROW_HEIGHT + LEGEND_GAP;
  const legend = withLegend && height >= LEGEND_FROM ? Math.min(wanted, Math.round(height * LEGEND_SHARE)) : 0;
  return { toolbar, legend, picture: height - toolbar - legend };
}
