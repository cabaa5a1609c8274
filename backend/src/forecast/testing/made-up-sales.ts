/** A seeded random number from 0 to 1 at each call (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WEEKDAYS = [1.2, 1.15, 1.1, 1, 0.95, 0.7, 0.9];

/** Daily sales around 1000: weekdays differ, and so much noise, as a share, lies over them. */
export function madeUpSales(days: number, seed: number, noise = 0.15): Float64Array {
  const random = randomFrom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Float64Array.from({ length: days }, (_, day) =>
    Math.max(0, 1000 * WEEKDAYS[day % 7]! * (1 + noise * normal())),
  );
}
