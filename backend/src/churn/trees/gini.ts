import { COUNT_SHIFT, ROW_MASK } from './bootstrap';

/** How often each bin of a feature was met in a node, by class; beyond the first 256, room to count in. */
export interface ClassHistogram {
  positives: Int32Array;
  negatives: Int32Array;
}

/** Counters that are filled at the same time. */
const LANES = 4;
/** From so many rows on, filling several counters saves more than adding them up takes. */
const MANY_ROWS = 1024;

export function newHistogram(): ClassHistogram {
  return { positives: new Int32Array(256 * LANES), negatives: new Int32Array(256 * LANES) };
}

/** What counts when two splits are compared. */
export interface SplitRules {
  /** Fewest drawn rows on either side. */
  minLeaf: number;
  /** What a drawn positive row weighs. */
  positiveWeight: number;
  negativeWeight: number;
}

/** The best split of a node by one feature: rows whose bin is at most `threshold` go left. */
export interface Split {
  threshold: number;
  /** The sum over both sides of (weight of positives)² / weight; -Infinity when no split is allowed. */
  score: number;
}

/** Counts the drawn rows from `from` up to `to` in the bins that `column` puts them into; `used` is how many there are. */
export function countBins(
  bins: Int32Array,
  used: number,
  column: Uint8Array,
  drawn: Int32Array,
  from: number,
  to: number,
): void {
  bins.fill(0, 0, used);
  const laned = to - from < MANY_ROWS ? from : from + ((to - from) & ~(LANES - 1));
  if (laned > from) countInLanes(bins, used, column, drawn, from, laned);
  for (let i = laned; i < to; i++) {
    const entry = drawn[i]!;
    bins[column[entry & ROW_MASK]!]! += entry >>> COUNT_SHIFT;
  }
}

/**
 * Neighbouring rows are often in the same bin, and then a count waits for the one before it. Four counters in turn
 * take less than half of the time.
 */
function countInLanes(
  bins: Int32Array,
  used: number,
  column: Uint8Array,
  drawn: Int32Array,
  from: number,
  to: number,
): void {
  for (let lane = 1; lane < LANES; lane++) bins.fill(0, lane * 256, lane * 256 + used);
  for (let i = from; i < to; i += LANES) {
    const a = drawn[i]!;
    const b = drawn[i + 1]!;
    const c = drawn[i + 2]!;
    const d = drawn[i + 3]!;
    bins[column[a & ROW_MASK]!]! += a >>> COUNT_SHIFT;
    bins[column[b & ROW_MASK]! + 256]! += b >>> COUNT_SHIFT;
    bins[column[c & ROW_MASK]! + 512]! += c >>> COUNT_SHIFT;
    bins[column[d & ROW_MASK]! + 768]! += d >>> COUNT_SHIFT;
  }
  for (let bin = 0; bin < used; bin++) bins[bin]! += bins[bin + 256]! + bins[bin + 512]! + bins[bin + 768]!;
}

/** How many draws the rows from `from` up to `to` stand for. */
export function countDraws(drawn: Int32Array, from: number, to: number): number {
  let draws = 0;
  for (let i = from; i < to; i++) draws += drawn[i]! >>> COUNT_SHIFT;
  return draws;
}

/**
 * The split of a node with the least Gini impurity, weighted by size. With P the weight of positives among W on a
 * side, the weighted impurity of that side is 2 (P - P²/W); the sums of P are the same for all splits, so the best has
 * the greatest sum of P²/W (Breiman et al. 1984, "Classification and Regression Trees").
 *
 * @param bins how many bin numbers the feature uses
 * @param positives draws of positive rows in the node
 */
export function bestSplit(
  histogram: ClassHistogram,
  bins: number,
  positives: number,
  negatives: number,
  { minLeaf, positiveWeight, negativeWeight }: SplitRules,
): Split {
  const best: Split = { threshold: -1, score: -Infinity };
  const draws = positives + negatives;
  let leftPositives = 0;
  let leftNegatives = 0;
  for (let bin = 0; bin < bins - 1; bin++) {
    const here = histogram.positives[bin]! + histogram.negatives[bin]!;
    if (here === 0) continue;
    leftPositives += histogram.positives[bin]!;
    leftNegatives += histogram.negatives[bin]!;
    const left = leftPositives + leftNegatives;
    if (left < minLeaf) continue;
    if (draws - left < minLeaf) break;
    const score =
      sideScore(leftPositives * positiveWeight, leftNegatives * negativeWeight) +
      sideScore((positives - leftPositives) * positiveWeight, (negatives - leftNegatives) * negativeWeight);
    if (score > best.score) {
      best.score = score;
      best.threshold = bin;
    }
  }
  return best;
}

/** P²/W of one side. */
export function sideScore(positives: number, negatives: number): number {
  return (positives * positives) / (positives + negatives);
}
