import { binRows } from './binned-rows';
import { contributionColumns } from './contributions';
import { decode, encode } from './encode';
import type { TreeModel } from './ensemble';
import type { Learned } from './learner';
import { predictorOf } from './predict';

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
    predict: predictorOf(model),
    contributions: (columns) => ({
      link: ensemble.link,
      ...contributionColumns(ensemble, binRows(bins, columns)),
    }),
    encode: () => encode(name, model),
  };
}

/** @throws ModelFormatError naming the part of the stored model that is wrong */
export function restoreTrees(encoded: unknown): LearnedTrees {
  const { name, model } = decode(encoded);
  return learnedTrees(name, model);
}
