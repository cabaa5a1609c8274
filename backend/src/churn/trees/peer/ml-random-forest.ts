import { RandomForestClassifier } from 'ml-random-forest';
import { binRows, type BinnedRows } from '../binned-rows';
import { chooseBins } from '../bins';
import { checkTrainingData, countPositives, type TrainingData } from '../data';
import type { TreeModel } from '../ensemble';
import { learnedTrees, type LearnedTrees } from '../learned-trees';
import type { Learner } from '../learner';
import { checkOptions } from '../options';
import { drawInPlace, randomStream } from '../random';
import { convertForest } from './convert';

export interface MlRandomForestOptions {
  trees: number;
  maxDepth: number;
  minLeaf: number;
  /** Most rows to learn from: its training time grows as their number to the power of 1.7. */
  sampleRows: number;
  seed: number;
}

const NAME = 'ml-random-forest';

/**
 * The forest of the npm package ml-random-forest, on a sample that keeps the share of positives. Its features are drawn
 * per tree, not per split, and it knows no weights. It runs in this thread.
 *
 * What it sees of each value is the number of its bin: so it knows unknown values, and its trees ask what ours ask and
 * are explained, saved and served as ours. Of at most 255 different values in the sample nothing is lost by that.
 */
export const mlRandomForest: Learner<MlRandomForestOptions, LearnedTrees> = {
  name: NAME,
  train: async (data, given = {}, run = {}) => {
    checkTrainingData(data);
    run.signal?.throwIfAborted();
    const { model } = growWithPackage(data, given);
    return learnedTrees(NAME, model);
  },
};

/** The package's own forest, and the same as ours. */
export function growWithPackage(
  data: TrainingData,
  given: Partial<MlRandomForestOptions>,
): { forest: RandomForestClassifier; model: TreeModel } {
  const options = { trees: 100, maxDepth: 10, minLeaf: 2, sampleRows: 400, seed: 1, ...given };
  checkOptions(options, {
    trees: { from: 1, to: 1000, whole: true },
    maxDepth: { from: 1, to: 60, whole: true },
    minLeaf: { from: 1, to: 1000, whole: true },
    sampleRows: { from: 10, to: 2000, whole: true },
    seed: { from: 0, to: 2 ** 32 - 1, whole: true },
  });
  const sample = stratifiedSample(data, options.sampleRows, options.seed);
  const columns = data.columns.map((column) => Float64Array.from(sample, (row) => column[row]!));
  const bins = chooseBins(columns);
  const rows = binRows(bins, columns);
  const forest = new RandomForestClassifier({
    nEstimators: options.trees,
    maxFeatures: Math.max(1, Math.round(Math.sqrt(data.columns.length))),
    treeOptions: { maxDepth: options.maxDepth, minNumSamples: options.minLeaf },
    seed: options.seed,
    replacement: false,
    useSampleBagging: true,
    noOOB: true,
  });
  forest.train(
    numbersOf(rows),
    Array.from(sample, (row) => data.labels[row]!),
  );
  return { forest, model: { bins, ensemble: { link: 'mean', base: 0, trees: convertForest(forest, rows) } } };
}

/** Bin numbers as the package takes them, an array per row. */
export function numbersOf({ bytes, width, length }: BinnedRows): number[][] {
  return Array.from({ length }, (_, row) => Array.from(bytes.subarray(row * width, (row + 1) * width)));
}

/** At most `size` rows, with the share of positives that all rows have, and at least one of either kind. */
function stratifiedSample({ labels }: TrainingData, size: number, seed: number): Int32Array {
  const all = Int32Array.from(labels, (_, row) => row);
  if (all.length <= size) return all;
  const positives = Math.round((countPositives(labels) / labels.length) * size);
  const wanted = Math.min(Math.max(positives, 1), size - 1);
  const take = (label: number, count: number): Int32Array => {
    const pool = all.filter((row) => labels[row] === label);
    const taken = Math.min(count, pool.length);
    drawInPlace(pool, 0, taken, randomStream(seed, label));
    return pool.slice(0, taken);
  };
  return Int32Array.from([...take(1, wanted), ...take(0, size - wanted)]).sort();
}
