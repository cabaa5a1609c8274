import { applyBins } from './bins';
import { contributionColumns } from './contributions';
import { decode, encode } from './encode';
import { predictProbability, type TreeModel } from './ensemble';
import type { Learned } from './learner';

/** `Learned` for trees of either kind. */
export interface LearnedTrees extends Learned {
  model: TreeModel;
  contributions: NonNullable<Learned['contributions']>;
  encode: NonNullable<Learned['encode']>;
}

/** What trees can do, once they are learnt. */
export function learnedTrees(name: string, model: TreeModel): LearnedTrees {
  const { bins, ensemble } = model;
  return {
    name,
    model,
    predict: (columns) => predictProbability(ensemble, applyBins(bins, columns), columns[0]?.length ?? 0),
    contributions: (columns) => ({
      link: ensemble.link,
      ...contributionColumns(ensemble, applyBins(bins, columns), columns[0]?.length ?? 0),
    }),
    encode: () => encode(name, model),
  };
}

/** @throws ModelFormatError naming the part of the stored model that is wrong */
export function restoreTrees(encoded: unknown): LearnedTrees {
  const { name, model } = decode(encoded);
  return learnedTrees(name, model);
}
