import { STATE_OUTLINES } from './state-outlines';

/** Longitude and latitude in degrees. */
export type Degrees = [longitude: number, latitude: number];

/** A state as a feature of GeoJSON. */
export interface StateShape {
  type: 'Feature';
  /** Two-letter code. */
  id: string;
  properties: { state: string };
  geometry: { type: 'MultiPolygon'; coordinates: Degrees[][][] };
}

/** Outlines are written in hundredths of a degree. */
const UNIT = 0.01;

/** The states of Brazil with their outlines, by code. */
export function stateShapes(): StateShape[] {
  return Object.entries(STATE_OUTLINES).map(([state, outline]) => ({
    type: 'Feature',
    id: state,
    properties: { state },
    geometry: {
      type: 'MultiPolygon',
      coordinates: outline.split('|').map((polygon) => polygon.split(';').map(readRing)),
    },
  }));
}

/** Points from a text of steps: the first from 0,0, each other from the one before. */
function readRing(text: string): Degrees[] {
  let [x, y] = [0, 0];
  return text.split(' ').map((step) => {
    const [dx = 0, dy = 0] = step.split(',').map(Number);
    x += dx;
    y += dy;
    return [x * UNIT, y * UNIT];
  });
}
