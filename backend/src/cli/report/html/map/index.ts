import type { Fields, Language } from '../../../../contract';
import type { PlainField } from '../../cells';
import { mapLegend } from './legend';
import { drawMap, extentOf, showsCities, type Scene } from './picture';
import { hasPlaces, placesIn, settingsOf } from './places';

/** A map with its legend, and the frame of numbers that it shows. */
export interface MapBody {
  html: string;
  /** The rows of what is on the map, the most of the measure first. */
  numbers: readonly PlainField[];
}

/** The states or cities of Brazil as a map, as the panel shows them first; undefined where no frame tells of places. */
export function mapOf(
  frames: readonly (readonly PlainField[])[],
  options: Fields,
  chosen: readonly string[],
  language: Language,
): MapBody | undefined {
  const usable = frames.filter(hasPlaces);
  const isOfCities = (fields: readonly PlainField[]): boolean => fields.some(({ key }) => key === 'city');
  const [states = [], cities = []] = [usable.find((one) => !isOfCities(one)), usable.find(isOfCities)];
  if (usable.length === 0) return undefined;
  const settings = settingsOf(options, chosen);
  const measured = [...states, ...cities].find(({ key }) => key === settings.measure);
  const scene: Scene = {
    ...settings,
    states: placesIn(states),
    cities: placesIn(cities),
    name: measured?.name ?? settings.measure,
    unit: measured?.unit ?? '',
    language,
  };
  const picture = drawMap(scene);
  const shown = showsCities(scene) ? within(cities, extentOf(scene)) : states;
  return { html: `${picture.svg}${mapLegend(scene, picture)}`, numbers: sorted(shown, settings.measure) };
}

/** The rows of one state; all of them where none is looked at. */
const within = (fields: readonly PlainField[], extent: string | null): readonly PlainField[] => {
  const states = fields.find(({ key }) => key === 'state')?.values ?? [];
  return extent === null
    ? fields
    : rowsOf(
        fields,
        states.flatMap((state, row) => (state === extent ? [row] : [])),
      );
};

function sorted(fields: readonly PlainField[], measure: string): readonly PlainField[] {
  const values = fields.find(({ key }) => key === measure)?.values ?? [];
  const size = (row: number): number => Number(values[row] ?? -Infinity);
  return rowsOf(
    fields,
    values.map((_, row) => row).sort((one, other) => size(other) - size(one)),
  );
}

const PLACE = ['latitude', 'longitude'];

/** Where places lie only the map shows. */
const rowsOf = (fields: readonly PlainField[], rows: readonly number[]): PlainField[] =>
  fields
    .filter(({ key }) => !PLACE.includes(key))
    .map((field) => ({ ...field, values: rows.map((row) => field.values[row] ?? null) }));
