/** The features that a tree may ask about, and where their bins are in a histogram: two numbers per bin. */
export interface HistogramPlan {
  features: Int32Array;
  /** How many bin numbers each feature uses. */
  used: Int32Array;
  /** Where each feature's first bin is. */
  starts: Int32Array;
  /** Numbers in a histogram, with room after the last feature. */
  size: number;
}

/** Sums over the rows of a node, as `Slopes` has them for one row. */
export interface NodeSums {
  gradient: number;
  counted: number;
}

export interface NewtonRules {
  /** Fewest rows on either side. */
  minLeaf: number;
  /** Added to the sum of second derivatives: the more, the smaller the steps of leaves with few rows. */
  l2: number;
}

export interface NewtonSplit {
  feature: number;
  threshold: number;
  left: NodeSums;
  right: NodeSums;
}

/** @param binCounts how many bin numbers each of all features uses */
export function planHistogram(features: Int32Array, binCounts: readonly number[]): HistogramPlan {
  const used = features.map((feature) => binCounts[feature]!);
  let size = 0;
  const starts = used.map((bins) => {
    size += bins * 2;
    return size - bins * 2;
  });
  return { features, used, starts, size: size + used[0]! * 2 };
}

/** Turns a parent's histogram into that of one child by taking its sibling's away. */
export function subtract(parent: Float64Array, sibling: Float64Array): void {
  for (let i = 0; i < parent.length; i++) parent[i]! -= sibling[i]!;
}

/** The sums of a node, from the bins of any one feature. */
export function sumsOf(histogram: Float64Array, { used }: HistogramPlan): NodeSums {
  const sums: NodeSums = { gradient: 0, counted: 0 };
  for (let bin = 0; bin < used[0]!; bin++) {
    sums.gradient += histogram[bin * 2]!;
    sums.counted += histogram[bin * 2 + 1]!;
  }
  return sums;
}

export function rowsOf({ counted }: NodeSums, unit: number): number {
  return Math.floor(counted / unit);
}

/** The step that takes the loss of a leaf's rows to its least, by Newton's method with an L2 penalty. */
export function newtonStep({ gradient, counted }: NodeSums, unit: number, l2: number): number {
  return -gradient / (secondOf(counted, unit) + l2);
}

/**
 * The split that lowers the penalised second-order loss most: the greatest sum over both sides of G²/(H + l2)
 * (Chen and Guestrin 2016, "XGBoost", equation 7). Undefined when none lowers it.
 */
export function bestNewtonSplit(
  histogram: Float64Array,
  plan: HistogramPlan,
  unit: number,
  sums: NodeSums,
  rules: NewtonRules,
): NewtonSplit | undefined {
  // Less is rounding.
  let bestScore = gainOf(sums.gradient, sums.counted, unit, rules.l2) + 1e-9;
  let best: NewtonSplit | undefined;
  for (let slot = 0; slot < plan.used.length; slot++) {
    const start = plan.starts[slot]!;
    const found = scanFeature(histogram, start, plan.used[slot]!, unit, sums, rules);
    if (found.score <= bestScore) continue;
    bestScore = found.score;
    const left = { gradient: found.gradient, counted: found.counted };
    const right = { gradient: sums.gradient - left.gradient, counted: sums.counted - left.counted };
    best = { feature: plan.features[slot]!, threshold: found.threshold, left, right };
  }
  return best;
}

function scanFeature(
  histogram: Float64Array,
  start: number,
  used: number,
  unit: number,
  sums: NodeSums,
  { minLeaf, l2 }: NewtonRules,
) {
  const best = { threshold: -1, score: -Infinity, gradient: 0, counted: 0 };
  // So many rows count at least so much.
  const least = minLeaf * unit;
  let gradient = 0;
  let counted = 0;
  for (let bin = 0; bin < used - 1; bin++) {
    const here = histogram[start + bin * 2 + 1]!;
    if (here === 0) continue;
    gradient += histogram[start + bin * 2]!;
    counted += here;
    if (counted < least) continue;
    if (sums.counted - counted < least) break;
    const right = gainOf(sums.gradient - gradient, sums.counted - counted, unit, l2);
    const score = gainOf(gradient, counted, unit, l2) + right;
    if (score <= best.score) continue;
    best.score = score;
    best.threshold = bin;
    best.gradient = gradient;
    best.counted = counted;
  }
  return best;
}

function gainOf(gradient: number, counted: number, unit: number, l2: number): number {
  return (gradient * gradient) / (secondOf(counted, unit) + l2);
}

/** The sum of second derivatives without the rows' units. */
function secondOf(counted: number, unit: number): number {
  return counted - Math.floor(counted / unit) * unit;
}
