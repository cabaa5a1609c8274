import { GAP } from '../layout/grid';
import type { Band } from './bands';

/** Panel types that are drawn in whatever height they get. */
const PICTURES: ReadonlySet<string> = new Set([
  'timeseries',
  'barchart',
  'bargauge',
  'piechart',
  'xychart',
  'churnwatch-forecast-panel',
  'churnwatch-map-panel',
  'churnwatch-segments-panel',
  'churnwatch-movement-panel',
  'churnwatch-lifecycle-panel',
]);

/** Of its height, how much a picture gives so that it stays on a page, and takes of what would stay empty there. */
const GIVES = 0.15;
const TAKES = 0.4;

/** Names a band to the program that prints the page. */
export const keyOf = ({ boxes }: Band): string => [...boxes.keys()].join('-');

/** By how many px a band may be lower and higher: nothing where anything but pictures stands at its end. */
export function playOf(band: Band, types: ReadonlyMap<number, string>): { gives: number; takes: number } {
  const last = lastOf(band);
  if (!last.every(([id]) => PICTURES.has(types.get(id) ?? ''))) return { gives: 0, takes: 0 };
  const lowest = Math.min(...last.map(([, { height }]) => height));
  return { gives: Math.floor(GIVES * lowest), takes: Math.floor(TAKES * lowest) };
}

/** The band that many px higher, or lower: the panels at its end are. */
export function stretched(band: Band, by: number): Band {
  const boxes = new Map(band.boxes);
  for (const [id, box] of lastOf(band)) boxes.set(id, { ...box, height: box.height + by });
  return { boxes, height: band.height + by };
}

const lastOf = ({ boxes, height }: Band) => [...boxes].filter(([, box]) => box.y + box.height >= height - GAP - 1);
