import type { Random } from './random';

/** Draws an index with probability proportional to its weight in constant time (Vose's alias method). */
export class WeightedChoice {
  private readonly threshold: Float64Array;
  private readonly alias: Int32Array;

  /** Weights are non-negative with a positive sum. */
  constructor(weights: ArrayLike<number>) {
    const count = weights.length;
    let sum = 0;
    for (let i = 0; i < count; i += 1) sum += weights[i] ?? 0;
    if (!(sum > 0)) throw new RangeError('weights need a positive sum');
    this.threshold = new Float64Array(count);
    this.alias = new Int32Array(count);
    const small: number[] = [];
    const large: number[] = [];
    for (let i = 0; i < count; i += 1) {
      const scaled = ((weights[i] ?? 0) * count) / sum;
      this.threshold[i] = scaled;
      this.alias[i] = i;
      (scaled < 1 ? small : large).push(i);
    }
    this.settle(small, large);
  }

  draw(random: Random): number {
    const slot = random.below(this.threshold.length);
    return random.uniform() < (this.threshold[slot] ?? 1) ? slot : (this.alias[slot] ?? slot);
  }

  private settle(small: number[], large: number[]): void {
    for (;;) {
      const poor = small.pop();
      const rich = large.pop();
      if (poor === undefined || rich === undefined) {
        // What is left over differs from 1 by rounding only.
        for (const slot of [poor, rich, ...small, ...large]) if (slot !== undefined) this.threshold[slot] = 1;
        return;
      }
      this.alias[poor] = rich;
      const left = (this.threshold[rich] ?? 0) + (this.threshold[poor] ?? 0) - 1;
      this.threshold[rich] = left;
      (left < 1 ? small : large).push(rich);
    }
  }
}
