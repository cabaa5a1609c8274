import type { RandomStream } from './random';

/** Rows of one class with how often each was drawn, packed: the row in the low 26 bits, the count in the 6 above. */
export interface DrawnRows {
  positives: Int32Array;
  negatives: Int32Array;
}

export const ROW_MASK = 2 ** 26 - 1;
export const COUNT_SHIFT = 26;
const MAX_COUNT = 63;

export interface DrawRates {
  /** Expected draws of a positive row of weight 1. */
  positive: number;
  negative: number;
}

/**
 * A bootstrap sample. Each row is drawn a Poisson number of times, its mean the class's rate times the row's weight:
 * what drawing with replacement comes to for many rows (Oza and Russell 2001, "Online bagging and boosting"), in one
 * pass and with weights that need not be whole.
 */
export function drawRows(
  labels: Uint8Array,
  weights: Float64Array | undefined,
  rates: DrawRates,
  random: RandomStream,
): DrawnRows {
  const positives = new Int32Array(labels.length);
  const negatives = new Int32Array(labels.length);
  let positiveCount = 0;
  let negativeCount = 0;
  const none = { positive: Math.exp(-rates.positive), negative: Math.exp(-rates.negative) };
  for (let row = 0; row < labels.length; row++) {
    const positive = labels[row] === 1;
    const rate = positive ? rates.positive : rates.negative;
    const count =
      weights === undefined
        ? poisson(rate, positive ? none.positive : none.negative, random)
        : poisson(rate * weights[row]!, Math.exp(-rate * weights[row]!), random);
    if (count === 0) continue;
    const entry = row | (count << COUNT_SHIFT);
    if (positive) positives[positiveCount++] = entry;
    else negatives[negativeCount++] = entry;
  }
  return { positives: positives.subarray(0, positiveCount), negatives: negatives.subarray(0, negativeCount) };
}

/** A Poisson number by inversion; `none` is the chance of 0, exp(-mean). */
function poisson(mean: number, none: number, random: RandomStream): number {
  const drawn = random.next();
  let count = 0;
  let chance = none;
  for (let below = none; drawn >= below && count < MAX_COUNT; below += chance) {
    count++;
    chance *= mean / count;
  }
  return count;
}
