type Point = readonly [x: number, y: number];

/**
 * True for a point inside rings, by those around it that a line to the east of it crosses (even-odd rule). They are taken as
 * flat: in degrees too, as states are small enough.
 */
export function isInside([x, y]: Point, rings: readonly (readonly Point[])[]): boolean {
  return rings.filter((ring) => crossings(ring, x, y) % 2 === 1).length % 2 === 1;
}

function crossings(ring: readonly Point[], x: number, y: number): number {
  let count = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] ?? [0, 0];
    const [bx, by] = ring[i] ?? [0, 0];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) count++;
  }
  return count;
}
