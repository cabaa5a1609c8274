import type { RandomForestClassifier } from 'ml-random-forest';
import type { BinnedRows } from '../binned-rows';
import { TreeBuilder, type Tree } from '../tree';

/** A node as the package writes it to JSON: a question with two children, or a leaf with the shares of the classes. */
interface PackageNode {
  splitColumn?: number;
  splitValue?: number;
  left?: PackageNode;
  right?: PackageNode;
  distribution?: number[][];
}

interface PackageForest {
  baseModel: {
    /** For each tree, the feature that each of its columns is. */
    indexes: number[][];
    estimators: { root: PackageNode }[];
  };
}

/**
 * The package's trees as ours: their leaves vote 0 or 1, and `rows` give the cover of the nodes.
 *
 * @param rows what the forest learnt from: bin numbers, which were the values that it saw
 */
export function convertForest(forest: RandomForestClassifier, rows: BinnedRows): Tree[] {
  // Its classes write themselves as plain objects.
  const { baseModel } = JSON.parse(JSON.stringify(forest)) as PackageForest;
  const { indexes, estimators } = baseModel;
  return estimators.map(({ root }, index) => convertTree(root, indexes[index]!, rows));
}

function convertTree(root: PackageNode, features: readonly number[], rows: BinnedRows): Tree {
  const builder = new TreeBuilder(countNodes(root));
  const open = [{ node: root, at: builder.add(voteOf(root), rows.length), own: [...Array(rows.length).keys()] }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { left, right, splitColumn, splitValue } = next.node;
    if (left === undefined || right === undefined) continue;
    const feature = features[splitColumn!]!;
    // Bins below the split value go left: the highest of them is our threshold.
    const threshold = Math.ceil(splitValue!) - 1;
    const isLeft = (row: number): boolean => rows.bytes[row * rows.width + feature]! <= threshold;
    const ownLeft = next.own.filter(isLeft);
    const ownRight = next.own.filter((row) => !isLeft(row));
    builder.split(next.at, feature, threshold);
    open.push({ node: left, at: builder.add(voteOf(left), ownLeft.length), own: ownLeft });
    open.push({ node: right, at: builder.add(voteOf(right), ownRight.length), own: ownRight });
  }
  return builder.finish();
}

/** The class with the greatest share, the first of equal ones, as the package answers; at a question, 0 for now. */
function voteOf({ distribution }: PackageNode): number {
  const [none = 0, positive = 0] = distribution?.[0] ?? [];
  return positive > none ? 1 : 0;
}

function countNodes({ left, right }: PackageNode): number {
  return left === undefined || right === undefined ? 1 : 1 + countNodes(left) + countNodes(right);
}
