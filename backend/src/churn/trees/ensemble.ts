import type { FeatureBins } from './bins';
import type { Tree } from './tree';

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

/** What multiplies the sum of the trees' values. */
export function scaleOf({ link, trees }: TreeEnsemble): number {
  return link === 'mean' ? 1 / trees.length : 1;
}

/** The probability of log-odds. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
