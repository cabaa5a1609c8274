import type { Feature, MultiPolygon, Position } from 'geojson';
import { STATE_OUTLINES } from './states';

export type StateShape = Feature<MultiPolygon, { state: string }>;

/** Outlines are written in hundredths of a degree. */
const UNIT = 0.01;

/** The states of Brazil with their outlines in degrees (longitude, latitude), by code. */
export const STATE_SHAPES: readonly StateShape[] = Object.entries(STATE_OUTLINES).map(([state, outline]) => ({
  type: 'Feature',
  id: state,
  properties: { state },
  geometry: {
    type: 'MultiPolygon',
    coordinates: outline.split('|').map((polygon) => polygon.split(';').map(readRing)),
  },
}));

/** The outline of a state by its code; undefined for a code that is none of Brazil's. */
export const shapeOf = (state: string): StateShape | undefined =>
  STATE_SHAPES.find(({ properties }) => properties.state === state);

/** Points from a text of steps: the first from 0,0, each other from the one before. */
function readRing(text: string): Position[] {
  let [x, y] = [0, 0];
  return text.split(' ').map((step) => {
    const [dx = 0, dy = 0] = step.split(',').map(Number);
    x += dx;
    y += dy;
    return [x * UNIT, y * UNIT];
  });
}
