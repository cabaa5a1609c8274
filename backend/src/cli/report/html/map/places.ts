import {
  CLASS_METHODS,
  cityName,
  GEOGRAPHY_MEASURES,
  MAP_MEASURES,
  stateName,
  textOf,
  type ClassMethod,
  type Degrees,
  type Fields,
  type GeographyMeasure,
  type MapMeasure,
  type PlaceFigures,
} from '../../../../contract';
import type { PlainField } from '../../cells';
import { rowsOf } from '../rows';

/** A state or a city with its figures. */
export interface Place {
  name: string;
  /** Two-letter code of the state that it is or lies in. */
  state: string;
  at: Degrees | null;
  figures: PlaceFigures;
}

/** What a map's panel is set to; a report shows what the panel shows first. */
export interface MapSettings {
  measure: MapMeasure;
  level: 'states' | 'cities';
  method: ClassMethod;
  /** The states that are chosen: a single one is looked at from near, others stand out. */
  chosen: readonly string[];
}

export function settingsOf(options: Fields, chosen: readonly string[]): MapSettings {
  return {
    measure: MAP_MEASURES.find((one) => one === options.measure) ?? 'revenue',
    level: textOf(options.level) === 'cities' ? 'cities' : 'states',
    method: CLASS_METHODS.find((one) => one === options.method) ?? 'auto',
    chosen,
  };
}

/** The places in a frame of kind `geography`. */
export function placesIn(fields: readonly PlainField[]): Place[] {
  return rowsOf(fields).map(({ text, number }) => {
    const [state, city] = [text('state'), text('city')];
    const [longitude, latitude] = [number('longitude'), number('latitude')];
    return {
      name: city === '' ? text('name') || stateName(state) : cityName(city),
      state,
      at: longitude === undefined || latitude === undefined ? null : [longitude, latitude],
      figures: Object.fromEntries(GEOGRAPHY_MEASURES.map((key) => [key, number(key) ?? null])) as Record<
        GeographyMeasure,
        number | null
      >,
    };
  });
}

/** Whether a frame tells of places that can be put on the map. */
export const hasPlaces = (fields: readonly PlainField[]): boolean =>
  fields.some(({ key }) => key === 'state') && fields.some(({ key }) => isMeasure(key));

const isMeasure = (key: string): boolean => MAP_MEASURES.some((one) => one === key);
