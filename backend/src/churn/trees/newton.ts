/** Per bin: the sum of gradients, the sum of second derivatives, the number of rows. */
const FIELDS = 3;
const STRIDE = 256 * FIELDS;

export interface Gradients {
  gradient: Float64Array;
  hessian: Float64Array;
}

/** Sums over the rows of a node. */
export interface NodeSums {
  gradient: number;
  hessian: number;
  rows: number;
}

export interface NewtonRules {
  /** Fewest rows on either side. */
  minLeaf: number;
  /** Added to the sum of second derivatives: the more, the smaller the steps of leaves with few rows. */
  l2: number;
}

/** A split by the `slot`-th of the features that the tree may ask about. */
export interface NewtonSplit {
  slot: number;
  threshold: number;
}

/** Room for the histograms of one node, a stretch per feature. */
export function newNodeHistogram(features: number): Float64Array {
  return new Float64Array(features * STRIDE);
}

/** Fills a node's histograms from its rows. */
export function fillHistogram(
  histogram: Float64Array,
  columns: readonly Uint8Array[],
  rows: Int32Array,
  { gradient, hessian }: Gradients,
): void {
  histogram.fill(0);
  columns.forEach((column, slot) => {
    const start = slot * STRIDE;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const at = start + column[row]! * FIELDS;
      histogram[at]! += gradient[row]!;
      histogram[at + 1]! += hessian[row]!;
      histogram[at + 2]! += 1;
    }
  });
}

/** Turns a parent's histograms into those of one child by taking its sibling's away. */
export function subtract(parent: Float64Array, sibling: Float64Array): void {
  for (let i = 0; i < parent.length; i++) parent[i]! -= sibling[i]!;
}

/** The sums of a node, from the histogram of any one feature. */
export function sumsOf(histogram: Float64Array): NodeSums {
  const sums: NodeSums = { gradient: 0, hessian: 0, rows: 0 };
  for (let at = 0; at < STRIDE; at += FIELDS) {
    sums.gradient += histogram[at]!;
    sums.hessian += histogram[at + 1]!;
    sums.rows += histogram[at + 2]!;
  }
  return sums;
}

/** The step that takes the loss of a leaf's rows to its least, by Newton's method with an L2 penalty. */
export function newtonStep({ gradient, hessian }: NodeSums, l2: number): number {
  return -gradient / (hessian + l2);
}

/**
 * The split that lowers the penalised second-order loss most: the greatest sum over both sides of G²/(H + l2)
 * (Chen and Guestrin 2016, "XGBoost", equation 7). Undefined when none lowers it.
 *
 * @param used how many bin numbers each of the tree's features uses
 */
export function bestNewtonSplit(
  histogram: Float64Array,
  used: readonly number[],
  sums: NodeSums,
  rules: NewtonRules,
): NewtonSplit | undefined {
  // Less is rounding.
  let bestScore = gainOf(sums.gradient, sums.hessian, rules.l2) + 1e-9;
  let best: NewtonSplit | undefined;
  for (let slot = 0; slot < used.length; slot++) {
    const found = scanFeature(histogram, slot * STRIDE, used[slot]!, sums, rules);
    if (found.score <= bestScore) continue;
    bestScore = found.score;
    best = { slot, threshold: found.threshold };
  }
  return best;
}

function scanFeature(histogram: Float64Array, start: number, used: number, sums: NodeSums, rules: NewtonRules) {
  const best = { threshold: -1, score: -Infinity };
  let gradient = 0;
  let hessian = 0;
  let rows = 0;
  for (let bin = 0; bin < used - 1; bin++) {
    const at = start + bin * FIELDS;
    if (histogram[at + 2] === 0) continue;
    gradient += histogram[at]!;
    hessian += histogram[at + 1]!;
    rows += histogram[at + 2]!;
    if (rows < rules.minLeaf) continue;
    if (sums.rows - rows < rules.minLeaf) break;
    const right = gainOf(sums.gradient - gradient, sums.hessian - hessian, rules.l2);
    const score = gainOf(gradient, hessian, rules.l2) + right;
    if (score > best.score) {
      best.score = score;
      best.threshold = bin;
    }
  }
  return best;
}

function gainOf(gradient: number, hessian: number, l2: number): number {
  return (gradient * gradient) / (hessian + l2);
}
