import type { BinnedRows } from './binned-rows';
import { depthOf, type Tree } from './tree';

/** Rows that go through all trees before the next ones do: few enough to stay in the processor's first cache. */
export const BLOCK_ROWS = 512;
/** A bin number that no row is above. */
const HIGHEST_BIN = 255;

/** Trees laid out for rows to walk through, end to end. */
export interface WalkedTrees {
  /**
   * Two integers per node: the feature and the threshold in one, where the left child is in the other. A leaf leads to
   * itself, so that all rows take the same number of steps.
   */
  nodes: Int32Array;
  /** A value per node. */
  values: Float64Array;
  /** Where each tree's root is in `nodes`. */
  roots: Int32Array;
  /** Steps to each tree's deepest leaf. */
  depths: Int32Array;
}

/** Lays the trees out. */
export function layOut(trees: readonly Tree[]): WalkedTrees {
  const size = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
  const nodes = new Int32Array(size * 2);
  const values = new Float64Array(size);
  const roots = new Int32Array(trees.length);
  let start = 0;
  trees.forEach(({ feature, threshold, left, value }, index) => {
    roots[index] = start * 2;
    values.set(value, start);
    for (let node = 0; node < feature.length; node++) {
      const leaf = feature[node]! < 0;
      const at = (start + node) * 2;
      nodes[at] = leaf ? HIGHEST_BIN : (feature[node]! << 8) | threshold[node]!;
      nodes[at + 1] = leaf ? at : (start + left[node]!) * 2;
    }
    start += feature.length;
  });
  return { nodes, values, roots, depths: Int32Array.from(trees, depthOf) };
}

/** Adds the trees' values for each row to `sums`, tree by tree. */
export function addTrees(trees: WalkedTrees, rows: BinnedRows, sums: Float64Array): void {
  for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
    const to = Math.min(rows.length, from + BLOCK_ROWS);
    for (let tree = 0; tree < trees.roots.length; tree++) addTree(trees, tree, rows, from, to, sums);
  }
}

/**
 * Four rows go down together, without a branch that depends on the data: the processor works on all of them while it
 * waits for the memory, and never guesses a way wrong.
 */
function addTree(
  { nodes, values, roots, depths }: WalkedTrees,
  tree: number,
  { bytes, width }: BinnedRows,
  from: number,
  to: number,
  sums: Float64Array,
): void {
  const root = roots[tree]!;
  const depth = depths[tree]!;
  let row = from;
  for (; row + 4 <= to; row += 4) {
    const rowA = row * width;
    const rowB = rowA + width;
    const rowC = rowB + width;
    const rowD = rowC + width;
    let a = root;
    let b = root;
    let c = root;
    let d = root;
    for (let level = 0; level < depth; level++) {
      a = childOf(nodes, a, bytes, rowA);
      b = childOf(nodes, b, bytes, rowB);
      c = childOf(nodes, c, bytes, rowC);
      d = childOf(nodes, d, bytes, rowD);
    }
    sums[row]! += values[a >> 1]!;
    sums[row + 1]! += values[b >> 1]!;
    sums[row + 2]! += values[c >> 1]!;
    sums[row + 3]! += values[d >> 1]!;
  }
  for (; row < to; row++) {
    let a = root;
    for (let level = 0; level < depth; level++) a = childOf(nodes, a, bytes, row * width);
    sums[row]! += values[a >> 1]!;
  }
}

/** Where the row that begins at `row` goes from `node`. */
function childOf(nodes: Int32Array, node: number, bytes: Uint8Array, row: number): number {
  const question = nodes[node]!;
  // The difference is negative when the bin is above the threshold: its second highest bit, moved, is then 2.
  return nodes[node + 1]! + ((((question & 0xff) - bytes[row + (question >>> 8)]!) >>> 30) & 2);
}
