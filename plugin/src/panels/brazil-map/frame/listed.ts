import { t } from '../../../language/t';
import type { MapModel, Place, PlaceList } from '../data/model';
import { showsCities } from '../map/drawing';
import type { Extent } from '../map/projection';
import type { Level } from '../options';
import { shapeOf } from '../shapes/stateShapes';

/** What the panel shows of its places. */
export interface Listed {
  states: readonly Place[];
  cities: readonly Place[];
  /** What is shown where there is but one of the two. */
  level: Level;
  /** True where cities are shown: as circles, or as rows. */
  withCities: boolean;
  /** The places of the table and of the download: those that the map shows. */
  list: PlaceList;
}

const NO_PLACES: readonly Place[] = [];

const placesOf = (list: PlaceList | null): readonly Place[] => list?.places ?? NO_PLACES;

/** Which places are shown at a level, within a state or in all of Brazil. */
export function listedIn(model: MapModel, wanted: Level, extent: Extent): Listed {
  const [states, cities] = [placesOf(model.states), placesOf(model.cities)];
  const level = states.length === 0 ? 'cities' : wanted;
  const withCities = showsCities({ cities, level, extent });
  const list = (withCities ? model.cities : model.states) ?? model.states ?? model.cities;
  if (!list) throw new Error(t('map.noPlaces', 'The answer holds neither states nor cities.'));
  const within = withCities && extent !== null;
  const places = within ? list.places.filter(({ state }) => state === extent) : list.places;
  return { states, cities, level, withCities, list: { ...list, places } };
}

/** The map shows one chosen state from near; of several, all of Brazil. */
export function extentOf([only, another]: readonly string[]): Extent {
  return only !== undefined && another === undefined && shapeOf(only) ? only : null;
}
