import { ModelFormatError } from './errors';
import type { Tree } from './tree';

/**
 * @param index the tree's number, for the message
 * @param features how many features there are to ask about
 * @throws ModelFormatError when walking the tree would not end at a leaf with a value
 */
export function checkTree(tree: Tree, index: number, features: number): void {
  const size = tree.feature.length;
  for (let node = 0; node < size; node++) {
    const problem = problemOf(tree, node, features);
    if (problem !== undefined) throw new ModelFormatError(`Node ${node} of tree ${index} ${problem}.`);
  }
}

function problemOf(tree: Tree, node: number, features: number): string | undefined {
  const value = tree.value[node]!;
  const cover = tree.cover[node]!;
  if (!Number.isFinite(value)) return `has the value ${value}`;
  if (!(cover >= 0 && cover < Infinity)) return `has the cover ${cover}`;
  const feature = tree.feature[node]!;
  if (feature === -1) return undefined;
  if (feature < 0 || feature >= features) return `asks about feature ${feature} of ${features}`;
  const left = tree.left[node]!;
  if (left <= node) return `leads back to node ${left}`;
  if (left + 1 >= tree.feature.length) return `leads to node ${left + 1} of ${tree.feature.length}`;
  return undefined;
}
