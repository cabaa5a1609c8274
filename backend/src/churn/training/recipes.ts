import {
  gradientBoosting,
  mlRandomForest,
  randomForest,
  type LearnedTrees,
  type TrainingData,
  type TrainingRun,
} from '../trees';

/** What a model is made of and how each part is set up. Weights add up to 1. */
export interface Recipe {
  name: Algorithm;
  /** What it is, for people. */
  description: string;
  members: readonly { weight: number; learn: Learn }[];
  /** Weight of BG/NBD's own probability of returning, which orders repeat customers best. */
  rhythmWeight: number;
  /** Why it is not the default, where that must be said. */
  notice?: string;
}

type Learn = (data: TrainingData, setup: Setup, run: TrainingRun) => Promise<LearnedTrees>;

export interface Setup {
  trees: number;
  seed: number;
}

export const ALGORITHMS = ['blend', 'forest', 'boosting', 'ml-random-forest'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

const RHYTHM_WEIGHT = 0.3;
const ROWS_PER_LEAF = 400;

/**
 * Fewest rows in a leaf: where one in a hundred returns, a leaf of fewer than two hundred rows says nothing about them;
 * a small shop needs smaller ones to learn anything at all.
 */
const leafRows = ({ labels }: TrainingData): number =>
  Math.min(200, Math.max(5, Math.round(labels.length / ROWS_PER_LEAF)));

const forest: Learn = (data, { trees, seed }, run) => {
  const featuresPerSplit = Math.max(1, Math.round(data.columns.length * 0.3));
  return randomForest.train(data, { seed, trees, maxDepth: 10, minLeaf: leafRows(data), featuresPerSplit }, run);
};

const boosting: Learn = (data, { trees, seed }, run) =>
  gradientBoosting.train(
    data,
    { seed, rounds: 2 * trees, learningRate: 0.04, maxDepth: 3, minLeaf: leafRows(data), l2: 10 },
    run,
  );

export const RECIPES: Record<Algorithm, Recipe> = {
  blend: {
    name: 'blend',
    description: 'random forest, gradient-boosted trees and BG/NBD, averaged as log-odds',
    members: [
      { weight: (1 - RHYTHM_WEIGHT) / 2, learn: forest },
      { weight: (1 - RHYTHM_WEIGHT) / 2, learn: boosting },
    ],
    rhythmWeight: RHYTHM_WEIGHT,
  },
  forest: {
    name: 'forest',
    description: 'random forest and BG/NBD, averaged as log-odds',
    members: [{ weight: 1 - RHYTHM_WEIGHT, learn: forest }],
    rhythmWeight: RHYTHM_WEIGHT,
  },
  boosting: {
    name: 'boosting',
    description: 'gradient-boosted trees and BG/NBD, averaged as log-odds',
    members: [{ weight: 1 - RHYTHM_WEIGHT, learn: boosting }],
    rhythmWeight: RHYTHM_WEIGHT,
  },
  'ml-random-forest': {
    name: 'ml-random-forest',
    description: 'the npm package ml-random-forest on a sample, and BG/NBD, averaged as log-odds',
    members: [
      {
        weight: 1 - RHYTHM_WEIGHT,
        learn: (data, { trees, seed }, run) => mlRandomForest.train(data, { trees, seed }, run),
      },
    ],
    rhythmWeight: RHYTHM_WEIGHT,
    notice:
      'ml-random-forest learns from a sample of 400 customers: its training time grows as their number to the power of 1.7, and all customers of a shop would take days. It is there for comparison; the other algorithms learn from every customer.',
  },
};
