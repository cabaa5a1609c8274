import { cityName, GEOGRAPHY_MEASURES, stateName, type GeographyMeasure } from '@contract';
import type { DataFrame, Field } from '@grafana/data';
import { MEASURES } from '../measures';
import type { Figures, MapModel, MapReading, Place, PlaceList } from './model';

/** The states and cities in a panel's frames, of kind `geography` by state and by city. */
export function readPlaces(frames: readonly DataFrame[]): MapReading {
  const filled = frames.filter((frame) => frame.length > 0 && frame.fields.length > 0);
  const [first] = filled;
  if (!first) return { state: 'empty' };
  const usable = filled.filter((frame) => fieldOf(frame, 'state') && MEASURES.some((name) => fieldOf(frame, name)));
  if (usable.length === 0) return { state: 'missing', field: fieldOf(first, 'state') ? MEASURES[0] : 'state' };
  const states = usable.find((frame) => !fieldOf(frame, 'city'));
  const cities = usable.find((frame) => fieldOf(frame, 'city'));
  const model: MapModel = {
    states: states ? listOf(states, 'state') : null,
    cities: cities ? listOf(cities, 'city') : null,
    ...readAsOf(states ?? cities),
  };
  return { state: 'ready', model };
}

function fieldOf(frame: DataFrame, name: string): Field | undefined {
  return frame.fields.find((field) => field.name === name);
}

function listOf(frame: DataFrame, naming: 'state' | 'city'): PlaceList {
  const places = Array.from({ length: frame.length }, (_, row) => placeOf(frame, naming, row));
  return { places, frame };
}

function placeOf(frame: DataFrame, naming: 'state' | 'city', row: number): Place {
  const state = textAt(frame, 'state', row);
  const given = textAt(frame, naming === 'city' ? 'city' : 'name', row);
  const name = naming === 'city' ? cityName(given) : given || stateName(state);
  return {
    key: naming === 'city' ? `${given} (${state})` : state,
    name,
    state,
    at: positionAt(frame, row),
    figures: figuresAt(frame, row),
    links: fieldOf(frame, naming)?.getLinks?.({ valueRowIndex: row }) ?? [],
    row,
  };
}

const figuresAt = (frame: DataFrame, row: number): Figures =>
  Object.fromEntries(GEOGRAPHY_MEASURES.map((name) => [name, numberAt(frame, name, row)])) as Record<
    GeographyMeasure,
    number | null
  >;

function positionAt(frame: DataFrame, row: number): [number, number] | null {
  const [longitude, latitude] = [numberAt(frame, 'longitude', row), numberAt(frame, 'latitude', row)];
  return longitude === null || latitude === null ? null : [longitude, latitude];
}

function numberAt(frame: DataFrame, name: string, row: number): number | null {
  const value: unknown = fieldOf(frame, name)?.values[row];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function textAt(frame: DataFrame, name: string, row: number): string {
  const value: unknown = fieldOf(frame, name)?.values[row];
  return value === null || value === undefined ? '' : String(value);
}

function readAsOf(frame: DataFrame | undefined): Pick<MapModel, 'asOf'> {
  const asOf: unknown = frame?.meta?.custom?.asOf;
  return typeof asOf === 'string' ? { asOf } : {};
}
