import type { SpendHistory } from './gamma-gamma';

export interface Credibility {
  /** What an order of the average customer is worth. */
  meanOrderValue: number;
  /** The mean counts as much as so many orders of the customer's own. */
  weightOfMean: number;
}

/** Below that many repeat customers the spreads cannot be told apart, and a common weight serves. */
const FEWEST_REPEATERS = 10;
const COMMON_WEIGHT = 2;
const WEIGHT_RANGE = [0.5, 20] as const;

/**
 * Mean order value and the weight that it deserves against a customer's own mean, from the spread within and between
 * customers: the mean of n orders varies by between + within / n, so that customers with one order and those with more
 * give two equations. The weight is within / between.
 * Source: H. Bühlmann, "Experience Rating and Credibility" (ASTIN Bulletin 4, 1967). No customer at all: a mean of 0.
 */
export function fitShrunkMean({ frequency, monetary }: SpendHistory): Credibility {
  const once: number[] = [];
  const repeated: number[] = [];
  let shares = 0;
  frequency.forEach((orders, i) => {
    const mean = monetary[i]! / orders;
    if (!(orders >= 1 && mean >= 0 && Number.isFinite(mean))) return;
    (orders === 1 ? once : repeated).push(mean);
    if (orders > 1) shares += 1 / orders;
  });
  const meanOrderValue = meanOf([...once, ...repeated]);
  if (repeated.length < FEWEST_REPEATERS || once.length < FEWEST_REPEATERS)
    return { meanOrderValue, weightOfMean: COMMON_WEIGHT };
  const spreadOnce = spreadOf(once, meanOrderValue);
  const within = (spreadOnce - spreadOf(repeated, meanOrderValue)) / (1 - shares / repeated.length);
  const between = spreadOnce - within;
  return { meanOrderValue, weightOfMean: weightOf(within, between) };
}

function weightOf(within: number, between: number): number {
  const [least, most] = WEIGHT_RANGE;
  if (between <= 0) return most;
  return Math.min(most, Math.max(least, within / between));
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spreadOf(values: readonly number[], middle: number): number {
  return meanOf(values.map((value) => (value - middle) ** 2));
}
