import { MAP_STYLES, type MapMeasure, type PlaceFigures } from './measures';

/** More circles than this cannot be told apart, nor drawn quickly. */
export const MOST_CIRCLES = 400;

/** Radius in pixels. */
const SMALLEST = 2;
const LARGEST = { least: 10, most: 34, share: 0.055 };

interface Box {
  width: number;
  height: number;
}

/** What the area of a circle stands for: shares say nothing of how many, so that theirs is the customer base. */
export const sizedBy = (measure: MapMeasure): MapMeasure | 'customer_base' =>
  MAP_STYLES[measure].share ? 'customer_base' : measure;

/** The cities that are drawn: those with something to show, the largest first, as many as can be told apart. */
export function citiesToDraw<T extends { figures: PlaceFigures }>(cities: readonly T[], measure: MapMeasure): T[] {
  const by = sizedBy(measure);
  return cities
    .filter(({ figures }) => (figures[by] ?? 0) > 0)
    .toSorted((one, other) => (other.figures[by] ?? 0) - (one.figures[by] ?? 0))
    .slice(0, MOST_CIRCLES);
}

/** Radius in pixels of the largest circle in a box. */
export const largestRadius = ({ width, height }: Box): number =>
  Math.min(LARGEST.most, Math.max(LARGEST.least, Math.min(width, height) * LARGEST.share));

/** Radius of a value's circle: its area is in proportion to the value. */
export const radiusOf = (value: number, largest: number, box: Box): number =>
  largest > 0 ? Math.max(SMALLEST, Math.sqrt(value / largest) * largestRadius(box)) : SMALLEST;
