import { MAP_STYLES, radiusOf, sizedBy } from '@contract';
import type { GeoProjection } from 'd3-geo';
import type { Facts } from '../../../components/picture/facts';
import type { Place } from '../data/model';
import type { Measure } from '../measures';
import { cityFacts, type Totals } from './facts';
import type { Box } from './projection';
import type { ColoredShading } from './shading';

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

interface Setting {
  projection: GeoProjection;
  box: Box;
  measure: Measure;
  shading: ColoredShading;
  /** Of which each city has its share. */
  totals: Totals;
}

/** Circles for cities, the largest first so that small ones are drawn over them. */
export function dotsOf(cities: readonly Place[], { projection, box, measure, shading, totals }: Setting): Dot[] {
  const by = sizedBy(measure);
  const largest = Math.max(0, ...cities.map(({ figures }) => figures[by] ?? 0));
  const { share, color } = MAP_STYLES[measure];
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
