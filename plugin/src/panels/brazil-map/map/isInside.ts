import type { Position } from 'geojson';
import type { StateShape } from '../shapes/stateShapes';

/**
 * True for a place (degrees) inside a state, by the rings around it that a line to the east of it crosses (even-odd
 * rule). States are small enough to be taken as flat.
 */
export function isInside([x, y]: Position, { geometry }: StateShape): boolean {
  const rings = geometry.coordinates.flat();
  return rings.filter((ring) => crossings(ring, x ?? Number.NaN, y ?? Number.NaN) % 2 === 1).length % 2 === 1;
}

function crossings(ring: readonly Position[], x: number, y: number): number {
  let count = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) count++;
  }
  return count;
}
