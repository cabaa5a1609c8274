import { RandomForestClassifier } from 'ml-random-forest';
import { checkTrainingData, countPositives, type TrainingData } from '../data';
import { TrainingError } from '../errors';
import type { Learned, Learner } from '../learner';
import { checkOptions } from '../options';
import { drawInPlace, randomStream } from '../random';

export interface MlRandomForestOptions {
  trees: number;
  maxDepth: number;
  minLeaf: number;
  /** Most rows to learn from: its training time grows as their number to the power of 1.7. */
  sampleRows: number;
  seed: number;
}

/** What stands for NaN, which the library's sort would not put in order: lower than any value known of a customer. */
const UNKNOWN = -1e9;

/**
 * The forest of the npm package ml-random-forest, on a sample that keeps the share of positives. Its features are drawn
 * per tree, not per split, and it knows no weights. It runs in this thread.
 */
export const mlRandomForest: Learner<MlRandomForestOptions> = {
  name: 'ml-random-forest',
  train: async (data, given = {}) => {
    checkTrainingData(data);
    const options = { trees: 100, maxDepth: 10, minLeaf: 2, sampleRows: 400, seed: 1, ...given };
    checkOptions(options, {
      trees: { from: 1, to: 1000, whole: true },
      maxDepth: { from: 1, to: 60, whole: true },
      minLeaf: { from: 1, to: 1000, whole: true },
      sampleRows: { from: 10, to: 2000, whole: true },
      seed: { from: 0, to: 2 ** 32 - 1, whole: true },
    });
    const sample = stratifiedSample(data, options.sampleRows, options.seed);
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
      rowsOf(data.columns, sample),
      Array.from(sample, (row) => data.labels[row]!),
    );
    return learned(forest, data.columns.length);
  },
};

function learned(forest: RandomForestClassifier, features: number): Learned {
  return {
    name: mlRandomForest.name,
    predict: (columns) => {
      if (columns.length !== features) {
        throw new TrainingError(`The model knows ${features} features, but ${columns.length} columns were given.`);
      }
      const length = columns[0]?.length ?? 0;
      // The trees' votes, counted here: the library's predictProbability leaves out the first tree's.
      const votes = forest.predictionValues(
        rowsOf(
          columns,
          Int32Array.from({ length }, (_, row) => row),
        ),
      );
      return Float64Array.from({ length }, (_, row) => mean(votes.getRow(row)));
    },
  };
}

function mean(votes: readonly number[]): number {
  return votes.reduce((sum, vote) => sum + vote, 0) / votes.length;
}

function rowsOf(columns: readonly Float64Array[], rows: Int32Array): number[][] {
  return Array.from(rows, (row) => columns.map((column) => (Number.isNaN(column[row]!) ? UNKNOWN : column[row]!)));
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
