import type { BinnedRows } from './binned-rows';
import { countSlopes } from './count-slopes';
import {
  bestNewtonSplit,
  newtonStep,
  planHistogram,
  rowsOf,
  subtract,
  sumsOf,
  type NewtonRules,
  type NewtonSplit,
  type NodeSums,
} from './newton';
import { partition } from './partition';
import type { Slopes } from './slopes';
import { TreeBuilder, type Tree } from './tree';

export interface NewtonTreeOptions extends NewtonRules {
  maxDepth: number;
  learningRate: number;
}

/** What a boosted tree grows from. */
export interface NewtonTreeData {
  rows: BinnedRows;
  binCounts: readonly number[];
  slopes: Slopes;
  /** The features that the tree may ask about. */
  features: Int32Array;
  /** The rows that it learns from; their order changes. */
  drawn: Int32Array;
  /** Room for as many rows. */
  spare: Int32Array;
}

/** A node that may still be split: where its rows are, and their histogram. */
interface OpenNode {
  node: number;
  from: number;
  to: number;
  depth: number;
  sums: NodeSums;
  histogram: Float64Array;
}

/**
 * Grows one tree of Newton steps, scaled by the learning rate. Each pair of children costs one pass over the smaller
 * one's rows: the other's histogram is the parent's minus the smaller one's. Children that may not be split cost none.
 */
export function growNewtonTree(data: NewtonTreeData, options: NewtonTreeOptions): Tree {
  const { rows, drawn, slopes, spare } = data;
  const { unit } = slopes;
  const plan = planHistogram(data.features, data.binCounts);
  const builder = new TreeBuilder(2 * Math.min(2 ** Math.min(options.maxDepth, 30), drawn.length));
  const add = (sums: NodeSums): number =>
    builder.add(newtonStep(sums, unit, options.l2) * options.learningRate, rowsOf(sums, unit));
  const count = (from: number, to: number): Float64Array => countSlopes(plan, rows, drawn, from, to, slopes);

  const openChildren = (parent: OpenNode, split: NewtonSplit, node: number): OpenNode[] => {
    const { from, to, histogram } = parent;
    const cut = partition(drawn, from, to, rows, split, spare);
    const depth = parent.depth + 1;
    const leftIsSmall = cut - from < to - cut;
    const small = leftIsSmall ? count(from, cut) : count(cut, to);
    subtract(histogram, small);
    const [left, right] = leftIsSmall ? [small, histogram] : [histogram, small];
    return [
      { node, from, to: cut, depth, sums: split.left, histogram: left },
      { node: node + 1, from: cut, to, depth, sums: split.right, histogram: right },
    ];
  };

  const histogram = count(0, drawn.length);
  const sums = sumsOf(histogram, plan);
  const open: OpenNode[] = [{ node: add(sums), from: 0, to: drawn.length, depth: 0, sums, histogram }];
  for (let parent = open.shift(); parent !== undefined; parent = open.shift()) {
    const split = bestNewtonSplit(parent.histogram, plan, unit, parent.sums, options);
    if (split === undefined) continue;
    builder.split(parent.node, split.feature, split.threshold);
    const left = add(split.left);
    add(split.right);
    if (parent.depth + 1 < options.maxDepth) open.push(...openChildren(parent, split, left));
  }
  return builder.finish();
}
