import {
  bestNewtonSplit,
  fillHistogram,
  newNodeHistogram,
  newtonStep,
  subtract,
  sumsOf,
  type Gradients,
  type NewtonRules,
} from './newton';
import { partition } from './partition';
import { TreeBuilder, type Tree } from './tree';

export interface NewtonTreeOptions extends NewtonRules {
  maxDepth: number;
  learningRate: number;
}

/** What a boosted tree grows from. */
export interface NewtonTreeData {
  columns: readonly Uint8Array[];
  binCounts: readonly number[];
  gradients: Gradients;
  /** The features that the tree may ask about. */
  features: Int32Array;
  /** The rows that it learns from; their order changes. */
  rows: Int32Array;
}

interface Segment {
  from: number;
  to: number;
  depth: number;
  /** Absent where the node may not be split anyway. */
  histogram?: Float64Array;
}

/**
 * Grows one tree of Newton steps, scaled by the learning rate. Each pair of children costs one pass over the smaller
 * one's rows: the other's histograms are the parent's minus the smaller one's.
 */
export function growNewtonTree(data: NewtonTreeData, options: NewtonTreeOptions): Tree {
  const { features, rows } = data;
  const columns = Array.from(features, (feature) => data.columns[feature]!);
  const used = Array.from(features, (feature) => data.binCounts[feature]!);
  const builder = new TreeBuilder(2 * Math.min(2 ** Math.min(options.maxDepth, 30), rows.length));
  const spare = new Int32Array(rows.length);
  const segments: Segment[] = [];

  const add = (segment: Segment): void => {
    const { from, to } = segment;
    const sums = segment.histogram ? sumsOf(segment.histogram) : sumRows(rows.subarray(from, to), data.gradients);
    builder.add(newtonStep(sums, options.l2) * options.learningRate, to - from);
    segments.push(segment);
  };
  const count = (from: number, to: number): Float64Array => {
    const histogram = newNodeHistogram(columns.length);
    fillHistogram(histogram, columns, rows.subarray(from, to), data.gradients);
    return histogram;
  };

  add({ from: 0, to: rows.length, depth: 0, histogram: count(0, rows.length) });
  for (let node = 0; node < builder.length; node++) {
    const { from, to, depth, histogram } = segments[node]!;
    if (histogram === undefined) continue;
    segments[node]!.histogram = undefined;
    const split = bestNewtonSplit(histogram, used, sumsOf(histogram), options);
    if (split === undefined) continue;
    const cut = partition(rows, from, to, columns[split.slot]!, split.threshold, spare);
    builder.split(node, features[split.slot]!, split.threshold);
    const left: Segment = { from, to: cut, depth: depth + 1 };
    const right: Segment = { from: cut, to, depth: depth + 1 };
    if (depth + 1 < options.maxDepth) {
      const [small, large] = cut - from < to - cut ? [left, right] : [right, left];
      small.histogram = count(small.from, small.to);
      subtract(histogram, small.histogram);
      large.histogram = histogram;
    }
    add(left);
    add(right);
  }
  return builder.finish();
}

function sumRows(rows: Int32Array, { gradient, hessian }: Gradients) {
  const sums = { gradient: 0, hessian: 0, rows: rows.length };
  for (const row of rows) {
    sums.gradient += gradient[row]!;
    sums.hessian += hessian[row]!;
  }
  return sums;
}
