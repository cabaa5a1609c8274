import { stateShapes, type Degrees } from './state-shapes';

/** How far (degrees) from the box around its state a city may lie: outlines are coarse, and islands lie off the coast. */
const MARGIN = 0.3;

type Bounds = Record<'west' | 'south' | 'east' | 'north', number>;

/** Cities that can be put on the map: their place is known, and it lies by their own state. Others are mistakes. */
export function placedCities<T extends { at: Degrees | null; state: string }>(cities: readonly T[]): T[] {
  const named = new Set(cities.map(({ state }) => state));
  const shapes = stateShapes().filter(({ id }) => named.has(id));
  const boxes = new Map(shapes.map(({ id, geometry }) => [id, boundsOf(geometry.coordinates.flat(2))]));
  return cities.filter(({ at, state }) => {
    const box = boxes.get(state);
    return at !== null && box !== undefined && isNear(at, box);
  });
}

function boundsOf(points: readonly Degrees[]): Bounds {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) };
}

function isNear([x, y]: Degrees, { west, south, east, north }: Bounds): boolean {
  return x >= west - MARGIN && x <= east + MARGIN && y >= south - MARGIN && y <= north + MARGIN;
}
