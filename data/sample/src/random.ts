import { exp, ln } from './portableMath';

const { floor, imul, sqrt } = Math;

/** A 32-bit finaliser (MurmurHash3): a bijection, so distinct numbers stay distinct. */
export function mix32(value: number): number {
  let h = value | 0;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna, https://prng.di.unimi.it/xoshiro128starstar.c) with the draws that the generator
 * needs. `reseed` is cheap: each person, visit and product draws from a stream of its own, so that no draw depends on
 * the order in which they are made, and nothing about a person must be remembered that can be drawn again.
 */
export class Random {
  private a = 1;
  private b = 2;
  private c = 3;
  private d = 4;
  private spare = NaN;

  /** Starts at the given state of four 32-bit words. */
  static fromState(a: number, b: number, c: number, d: number): Random {
    const random = new Random();
    random.set(a, b, c, d);
    return random;
  }

  /** Starts the stream named by the four numbers; returns itself. */
  reseed(seed: number, stream: number, first: number, second = 0): this {
    let key = mix32(seed ^ 0x9e3779b9);
    key = mix32(key ^ imul(stream + 1, 0x632be5ab));
    const a = mix32(key ^ first);
    const b = mix32(a ^ imul(second + 1, 0x2545f491));
    this.set(a, b, mix32(b + 0x3c6ef372), mix32(key + b) | 1);
    this.next();
    return this;
  }

  /** A 32-bit integer, 0 to 4294967295. */
  next(): number {
    const scrambled = imul(this.b, 5);
    const result = imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** A number strictly between 0 and 1. */
  uniform(): number {
    return (this.next() + 0.5) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** An integer from 0 to `count` - 1. */
  below(count: number): number {
    return floor(this.uniform() * count);
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('pick needs at least one value');
    return value;
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -ln(this.uniform());
  }

  /** Standard normal, by Marsaglia's polar method. */
  normal(): number {
    if (!Number.isNaN(this.spare)) {
      const kept = this.spare;
      this.spare = NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const scale = sqrt((-2 * ln(square)) / square);
        this.spare = y * scale;
        return x * scale;
      }
    }
  }

  /** Lognormal with the given median and sigma of its logarithm. */
  lognormal(median: number, sigma: number): number {
    return median * exp(sigma * this.normal());
  }

  /** Gamma with mean 1 and the given shape (Marsaglia and Tsang 2000; for shapes below 1 with their power of a uniform). */
  gamma(shape: number): number {
    const lifted = shape < 1 ? shape + 1 : shape;
    const third = lifted - 1 / 3;
    const scale = 1 / sqrt(9 * third);
    for (;;) {
      const x = this.normal();
      const cube = 1 + scale * x;
      if (cube <= 0) continue;
      const v = cube * cube * cube;
      if (ln(this.uniform()) < 0.5 * x * x + third - third * v + third * ln(v)) {
        const boost = shape < 1 ? exp(ln(this.uniform()) / shape) : 1;
        return (third * v * boost) / shape;
      }
    }
  }

  private set(a: number, b: number, c: number, d: number): void {
    this.a = a | 0;
    this.b = b | 0;
    this.c = c | 0;
    this.d = d | 0;
    this.spare = NaN;
  }
}
