import { checkBothClasses } from './check';
import { EvaluationError } from './error';
import type { Estimate } from './interval';
import { seededRandom } from './random';
import { groupByScore, type ScoreGroups } from './score-groups';

export interface BootstrapOptions {
  /** Resamples for the interval, 0 for none. Default 200. */
  resamples?: number;
  /** Default 1. */
  seed?: number;
}

/**
 * PR-AUC of returning as average precision: the sum over distinct scores of the recall gained there times the precision
 * reached, customers with equal scores entering together (as scikit-learn's average_precision_score). A score that
 * tells nothing gives the return rate. The 95% interval is the middle of stratified bootstrap resamples (returners and
 * leavers drawn apart; Efron and Tibshirani, "An Introduction to the Bootstrap", 1993), the same for the same seed.
 *
 * @throws EvaluationError on bad input, or when only one class is there
 */
export function averagePrecision(
  scores: Float64Array,
  returned: Uint8Array,
  { resamples = 200, seed = 1 }: BootstrapOptions = {},
): Estimate {
  if (!Number.isInteger(resamples) || resamples < 0)
    throw new EvaluationError('option', `${resamples} resamples: give a whole number, or 0 for no interval.`);
  const { returners, leavers } = checkBothClasses(scores, returned);
  const groups = groupByScore(scores, returned);
  const value = precisionOver(groups, returners);
  if (resamples === 0 || returners < 2 || leavers < 2) return { value, low: null, high: null };
  const random = seededRandom(seed);
  const returnerGroups = groupOfEach(groups.returners, returners);
  const leaverGroups = groupOfEach(groups.leavers, leavers);
  const found = new Float64Array(resamples).map(() => {
    const drawn = {
      scores: groups.scores,
      returners: draw(returnerGroups, groups.scores.length, random),
      leavers: draw(leaverGroups, groups.scores.length, random),
    };
    return precisionOver(drawn, returners);
  });
  found.sort();
  return { value, low: quantile(found, 0.025), high: quantile(found, 0.975) };
}

function precisionOver(groups: ScoreGroups, returners: number): number {
  let sum = 0;
  let hits = 0;
  let seen = 0;
  for (let g = 0; g < groups.scores.length; g++) {
    const gained = groups.returners[g]!;
    hits += gained;
    seen += gained + groups.leavers[g]!;
    if (gained > 0) sum += (gained / returners) * (hits / seen);
  }
  return sum;
}

/** For each customer of a class the group it is in. */
function groupOfEach(counts: Float64Array, total: number): Int32Array {
  const groupOf = new Int32Array(total);
  let next = 0;
  counts.forEach((count, group) => {
    groupOf.fill(group, next, next + count);
    next += count;
  });
  return groupOf;
}

/** Customers per group when as many as there are get drawn with replacement. */
function draw(groupOf: Int32Array, groups: number, random: () => number): Float64Array {
  const counts = new Float64Array(groups);
  for (let i = 0; i < groupOf.length; i++) counts[groupOf[Math.floor(random() * groupOf.length)]!]!++;
  return counts;
}

function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
}
