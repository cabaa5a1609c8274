/** A stream of random numbers. */
export interface RandomStream {
  /** The next number in [0, 1), in steps of 2^-32. */
  next(): number;
  /** The next whole number in [0, bound). */
  below(bound: number): number;
}

/**
 * The `index`-th random stream of a seed: the same on every machine, and independent of the other streams, so that
 * trees may grow in any order and on any thread.
 *
 * The generator is sfc32 (Doty-Humphrey, PractRand), its state filled by the mixer of MurmurHash3.
 */
export function randomStream(seed: number, index: number): RandomStream {
  const a = mix(seed ^ 0x9e3779b9);
  const b = mix(a ^ index);
  // In a typed array: numbers that may need 32 bits would be allocated anew at every draw, which takes six times as long.
  const state = Int32Array.of(a, b, mix(b + 0x85ebca6b), 1);
  // The first outputs still resemble the seed.
  for (let i = 0; i < 12; i++) draw(state);
  return {
    next: () => draw(state) / 2 ** 32,
    below: (bound) => Math.floor((draw(state) / 2 ** 32) * bound),
  };
}

function draw(state: Int32Array): number {
  const b = state[1]!;
  const c = state[2]!;
  const sum = (state[0]! + b + state[3]!) | 0;
  state[3]! += 1;
  state[0] = b ^ (b >>> 9);
  state[1] = c + (c << 3);
  state[2] = ((c << 21) | (c >>> 11)) + sum;
  return sum >>> 0;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Moves `count` entries of `pool`, drawn without replacement from those at `from` and after, to `from`. */
export function drawInPlace(pool: Int32Array, from: number, count: number, random: RandomStream): void {
  for (let i = from; i < from + count; i++) {
    const other = i + random.below(pool.length - i);
    const taken = pool[other]!;
    pool[other] = pool[i]!;
    pool[i] = taken;
  }
}
