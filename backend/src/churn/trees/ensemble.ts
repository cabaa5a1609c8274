import type { BinnedColumns, FeatureBins } from './bins';
import { leafOf, type Tree } from './tree';
import { addTrees } from './walk';

/**
 * Trees that answer together. `mean`: the answer is the mean of the trees' values, a probability. `logit-sum`: it is
 * `base` and the sum of the trees' values, log-odds.
 */
export interface TreeEnsemble {
  link: 'mean' | 'logit-sum';
  /** What is added to the trees' answer: 0 for a mean. */
  base: number;
  trees: readonly Tree[];
}

/** A learnt ensemble with the bins that its features are asked in. */
export interface TreeModel {
  bins: FeatureBins;
  ensemble: TreeEnsemble;
}

/** Below so many rows, laying out the trees for the block-wise walk takes longer than the walk. */
const FEW_ROWS = 64;

/** The answer for each row on the ensemble's own scale: probabilities for `mean`, log-odds for `logit-sum`. */
export function predictRaw(ensemble: TreeEnsemble, columns: BinnedColumns, length: number): Float64Array {
  const sums = new Float64Array(length);
  if (length > FEW_ROWS) addTrees(ensemble.trees, columns, sums);
  else addFewRows(ensemble.trees, columns, sums);
  const scale = scaleOf(ensemble);
  for (let row = 0; row < length; row++) sums[row] = ensemble.base + sums[row]! * scale;
  return sums;
}

function addFewRows(trees: readonly Tree[], columns: BinnedColumns, sums: Float64Array): void {
  for (const tree of trees) {
    for (let row = 0; row < sums.length; row++) sums[row]! += tree.value[leafOf(tree, columns, row)]!;
  }
}

/** The probability of a positive for each row, whatever the link. */
export function predictProbability(ensemble: TreeEnsemble, columns: BinnedColumns, length: number): Float64Array {
  const raw = predictRaw(ensemble, columns, length);
  return ensemble.link === 'mean' ? raw : raw.map(sigmoid);
}

/** What multiplies the sum of the trees' values. */
export function scaleOf({ link, trees }: TreeEnsemble): number {
  return link === 'mean' ? 1 / trees.length : 1;
}

/** The probability of log-odds. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
