import { studentQuantile } from './student';

/**
 * The half width that holds the next error with a probability of `level`: the quantile of the sizes of past errors at
 * (1 + 1/n) times the level. Split conformal prediction: Vovk, Gammerman and Shafer, "Algorithmic learning in a random
 * world", 2005; Lei et al., "Distribution-free predictive inference for regression", 2018.
 *
 * Errors of overlapping forecasts repeat each other, so n is how many independent ones they are worth. Where these are too
 * few for the level, errors are taken for normal, and the width is Student's: root mean square times t times √(1 + 1/n).
 *
 * @param sizes of the errors, none negative, in any order
 * @param worth how many independent errors they are worth, at most their number
 * @returns undefined when there is no error to learn from
 */
export function conformalWidth(sizes: Float64Array, level: number, worth = sizes.length): number | undefined {
  if (sizes.length === 0) return undefined;
  const n = Math.max(1, Math.min(worth, sizes.length));
  const share = level * (1 + 1 / n);
  const sorted = Float64Array.from(sizes).sort();
  if (share <= 1) return quantile(sorted, share);
  const meanSquare = sorted.reduce((sum, size) => sum + size * size, 0) / sorted.length;
  return Math.max(sorted.at(-1)!, Math.sqrt(meanSquare * (1 + 1 / n)) * studentQuantile((1 + level) / 2, n));
}

/** The value that a share of the sorted ones does not exceed, between neighbours in proportion. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * sorted.length - 1;
  const below = Math.max(0, Math.floor(at));
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * Math.max(0, at - below);
}
