import type { BinnedRows } from './binned-rows';
import { COUNT_SHIFT, ROW_MASK } from './bootstrap';

/** How often each bin was met in a node, by class; for several features, each in a stretch of its own. */
export interface ClassHistogram {
  positives: Int32Array;
  negatives: Int32Array;
}

/** Where the next feature's bins begin. */
const STRETCH = 256;
/** Features that are counted in one pass over a block of rows. */
const AT_ONCE = 6;
/** Few enough rows to be in the processor's first cache at the next pass. */
const BLOCK = 1024;

export function newHistogram(features: number): ClassHistogram {
  const room = STRETCH * Math.ceil(features / AT_ONCE) * AT_ONCE;
  return { positives: new Int32Array(room), negatives: new Int32Array(room) };
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

/**
 * Counts the drawn rows from `from` up to `to` in the bins of each of `features`.
 *
 * @param counts room for as many features, as `newHistogram` makes it
 */
export function countBins(
  counts: Int32Array,
  features: Int32Array,
  rows: BinnedRows,
  drawn: Int32Array,
  from: number,
  to: number,
): void {
  counts.fill(0, 0, features.length * STRETCH);
  if (features.length === 1) return countOne(counts, features[0]!, rows, drawn.subarray(from, to));
  for (let start = from; start < to; start += BLOCK) {
    const block = drawn.subarray(start, Math.min(to, start + BLOCK));
    for (let slot = 0; slot < features.length; slot += AT_ONCE) countSix(counts, slot, features, rows, block);
  }
}

function countOne(counts: Int32Array, feature: number, { bytes, width }: BinnedRows, drawn: Int32Array): void {
  for (let i = 0; i < drawn.length; i++) {
    const entry = drawn[i]!;
    counts[bytes[(entry & ROW_MASK) * width + feature]!]! += entry >>> COUNT_SHIFT;
  }
}

/**
 * Six features of a row are counted before the next row: they lie side by side in memory, and no count waits for the
 * one before it, as it would in a column in which neighbouring rows are often in the same bin. Written out, as a loop
 * over them takes three times as long.
 */
function countSix(
  counts: Int32Array,
  slot: number,
  features: Int32Array,
  { bytes, width }: BinnedRows,
  drawn: Int32Array,
): void {
  const start = slot * STRETCH;
  // After the last feature the first one is counted once more, where nobody looks.
  const feature = (i: number): number => features[slot + i] ?? features[0]!;
  const [a, b, c, d, e, f] = [feature(0), feature(1), feature(2), feature(3), feature(4), feature(5)];
  for (let i = 0; i < drawn.length; i++) {
    const entry = drawn[i]!;
    const row = (entry & ROW_MASK) * width;
    const draws = entry >>> COUNT_SHIFT;
    counts[start + bytes[row + a]!]! += draws;
    counts[start + STRETCH + bytes[row + b]!]! += draws;
    counts[start + 2 * STRETCH + bytes[row + c]!]! += draws;
    counts[start + 3 * STRETCH + bytes[row + d]!]! += draws;
    counts[start + 4 * STRETCH + bytes[row + e]!]! += draws;
    counts[start + 5 * STRETCH + bytes[row + f]!]! += draws;
  }
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
 * @param slot the feature's place in the histogram
 * @param bins how many bin numbers the feature uses
 * @param positives draws of positive rows in the node
 */
export function bestSplit(
  histogram: ClassHistogram,
  slot: number,
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
    const morePositives = histogram.positives[slot * STRETCH + bin]!;
    const moreNegatives = histogram.negatives[slot * STRETCH + bin]!;
    if (morePositives + moreNegatives === 0) continue;
    leftPositives += morePositives;
    leftNegatives += moreNegatives;
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
