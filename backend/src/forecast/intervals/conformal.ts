import type { SortedErrors } from './past-errors';
import { studentQuantile } from './student';

/** Errors of more than so many times the usual (median) one are outliers: nearly seven standard deviations of normal errors. */
export const OUTLIER = 10;

/** What becomes of outliers: where bands are to tell what is out of the ordinary, one must not hide the next. */
export type Outliers = 'kept' | 'dropped';

/** Fewer independent errors than this tell nothing. */
const FEWEST = 3;
/** Fewer independent errors than this cannot tell a quantile of 95%. */
const ENOUGH = 20;

/**
 * The half width that holds the next error with a probability of `level`: the weighted quantile of the sizes of past
 * errors at (1 + 1/n) times the level. Split conformal prediction: Vovk, Gammerman and Shafer, "Algorithmic learning in a
 * random world", 2005; weighted by age as what is far back was another shop: Barber, Candès, Ramdas and Tibshirani,
 * "Conformal prediction beyond exchangeability", 2023.
 *
 * Errors of overlapping forecasts repeat each other, and those of little weight hardly count, so n is how many independent
 * and equal ones they are worth (for weights: Kish, "Survey sampling", 1965). Where these are too few, errors other than
 * outliers are taken for normal, at every level alike, and the width is Student's: root mean square times t times
 * √(1 + 1/n).
 *
 * @param known days of the series whose values may be used: later errors do not count
 * @param worth how many independent errors they are at most worth
 * @returns undefined when there are too few errors to learn from
 */
export function conformalWidth(
  errors: SortedErrors,
  known: number,
  level: number,
  worth: number,
  outliers: Outliers = 'kept',
): number | undefined {
  const all = weigh(errors, known, Number.POSITIVE_INFINITY);
  if (all.count === 0) return undefined;
  const usual = weigh(errors, known, OUTLIER * sizeAt(errors, known, all.weight / 2));
  const { weight, squares } = outliers === 'kept' ? all : usual;
  const n = Math.min(worth, (weight * weight) / squares);
  if (n < FEWEST) return undefined;
  const share = level * (1 + 1 / n);
  if (n >= ENOUGH && share <= 1) return sizeAt(errors, known, share * weight);
  const student = Math.sqrt(usual.meanSquare * (1 + 1 / n)) * studentQuantile((1 + level) / 2, n);
  return n >= ENOUGH ? Math.max(usual.largest, student) : student;
}

/** What the errors come to that were known and at most so large. */
interface Weighed {
  count: number;
  weight: number;
  /** Of the weights. */
  squares: number;
  meanSquare: number;
  largest: number;
}

function weigh({ sizes, weights, knownAt }: SortedErrors, known: number, most: number): Weighed {
  const all = { count: 0, weight: 0, squares: 0, meanSquare: 0, largest: 0 };
  for (let i = 0; i < sizes.length && sizes[i]! <= most; i++) {
    if (knownAt[i]! > known) continue;
    const weight = weights[i]!;
    all.count++;
    all.weight += weight;
    all.squares += weight * weight;
    all.meanSquare += weight * sizes[i]! * sizes[i]!;
    all.largest = sizes[i]!;
  }
  all.meanSquare /= all.weight;
  return all;
}

/** The least size that, with all smaller ones, weighs as much. */
function sizeAt({ sizes, weights, knownAt }: SortedErrors, known: number, weight: number): number {
  let reached = 0;
  let size = 0;
  for (let i = 0; i < sizes.length && reached < weight; i++) {
    if (knownAt[i]! > known) continue;
    reached += weights[i]!;
    size = sizes[i]!;
  }
  return size;
}
