import type { GeoProjection } from 'd3-geo';
import type { Facts } from '../../../components/picture/facts';
import type { Place } from '../data/model';
import { MEASURE_STYLES, type Measure } from '../measures';
import { cityFacts, type Totals } from './facts';
import type { Box } from './projection';
import type { Shading } from './shading';

/** A city as a circle, in pixels. */
export interface Dot {
  key: string;
  place: Place;
  x: number;
  y: number;
  radius: number;
  color: string;
  facts: Facts;
}

/** More circles than this cannot be told apart, nor drawn quickly. */
export const MOST_DOTS = 400;

const SMALLEST = 2;
const LARGEST = { least: 10, most: 34, share: 0.055 };

/** What the area of a circle stands for: shares say nothing of how many, so that theirs is the customer base. */
export const sizedBy = (measure: Measure): Measure | 'customer_base' =>
  MEASURE_STYLES[measure].share ? 'customer_base' : measure;

/** The cities that are drawn: those with something to show, the largest first, as many as can be told apart. */
export function citiesToDraw(cities: readonly Place[], measure: Measure): Place[] {
  const by = sizedBy(measure);
  return cities
    .filter(({ figures }) => (figures[by] ?? 0) > 0)
    .toSorted((one, other) => (other.figures[by] ?? 0) - (one.figures[by] ?? 0))
    .slice(0, MOST_DOTS);
}

/** Radius in pixels of the largest circle in a box. */
export const largestRadius = ({ width, height }: Box): number =>
  Math.min(LARGEST.most, Math.max(LARGEST.least, Math.min(width, height) * LARGEST.share));

/** Radius of a value's circle: its area is in proportion to the value. */
export const radiusOf = (value: number, largest: number, box: Box): number =>
  largest > 0 ? Math.max(SMALLEST, Math.sqrt(value / largest) * largestRadius(box)) : SMALLEST;

interface Setting {
  projection: GeoProjection;
  box: Box;
  measure: Measure;
  shading: Shading;
  /** Of which each city has its share. */
  totals: Totals;
}

/** Circles for cities, the largest first so that small ones are drawn over them. */
export function dotsOf(cities: readonly Place[], { projection, box, measure, shading, totals }: Setting): Dot[] {
  const by = sizedBy(measure);
  const largest = Math.max(0, ...cities.map(({ figures }) => figures[by] ?? 0));
  const { share, color } = MEASURE_STYLES[measure];
  return cities.flatMap((place) => {
    const point = place.at && projection(place.at);
    if (!point) return [];
    const shade = shading.shadeOf(place);
    return [
      {
        key: place.key,
        place,
        x: point[0],
        y: point[1],
        radius: radiusOf(place.figures[by] ?? 0, largest, box),
        // Where the area says how much, a scale of colours would say it twice.
        color: share && shade.kind === 'class' ? shade.color : color,
        facts: cityFacts(place, totals),
      },
    ];
  });
}
