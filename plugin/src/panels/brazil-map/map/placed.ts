import { geoBounds } from 'd3-geo';
import type { Place } from '../data/model';
import { shapeOf } from '../shapes/stateShapes';

/** How far (degrees) from the box around its state a city may lie: outlines are coarse, and islands lie off the coast. */
const MARGIN = 0.3;

/** The box around a state, with its margin; undefined for a code that is none of Brazil's. */
function boundsOf(state: string): [[number, number], [number, number]] | undefined {
  const shape = shapeOf(state);
  return shape && geoBounds(shape);
}

/** Cities that can be put on the map: their place is known, and it lies by their own state. Others are mistakes. */
export function placedCities(cities: readonly Place[]): Place[] {
  const boxes = new Map([...new Set(cities.map(({ state }) => state))].map((state) => [state, boundsOf(state)]));
  return cities.filter(({ at, state }) => {
    const box = boxes.get(state);
    return at !== null && box !== undefined && isNear(at, box);
  });
}

function isNear(
  [x, y]: [number, number],
  [[west, south], [east, north]]: [[number, number], [number, number]],
): boolean {
  return x >= west - MARGIN && x <= east + MARGIN && y >= south - MARGIN && y <= north + MARGIN;
}
