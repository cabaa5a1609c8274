import type { BinnedRows } from './binned-rows';
import { MAX_VALUE_BINS } from './bins';
import type { TreeEnsemble } from './ensemble';
import { TrainingError } from './errors';
import { growNewtonTree } from './newton-tree';
import { checkOptions } from './options';
import { drawInPlace, randomStream, type RandomStream } from './random';
import { fillSlopes, newSlopes } from './slopes';
import type { Tree } from './tree';
import { addTrees, layOut } from './walk';

/** How gradient-boosted trees are grown (Friedman 2001 and 2002; Newton steps as in Chen and Guestrin 2016). */
export interface BoostingOptions {
  /** Trees at most. */
  rounds: number;
  /** The share of each Newton step that is taken. */
  learningRate: number;
  maxDepth: number;
  /** Fewest rows in a leaf. */
  minLeaf: number;
  l2: number;
  /** The share of rows, and of features, that each tree sees. */
  rowShare: number;
  featureShare: number;
  positiveWeight: number;
  /** With validation rows: rounds without a better loss there after which to stop. */
  patience: number;
  /** Most bins that a feature's known values are put into, 2 to 255. */
  maxBins: number;
  seed: number;
}

export interface BoostingJob {
  rows: BinnedRows;
  binCounts: readonly number[];
  labels: Uint8Array;
  weights?: Float64Array;
  /** Later rows by which the number of trees is chosen. */
  validation?: { rows: BinnedRows; labels: Uint8Array };
  options: BoostingOptions;
}

/** Cautious options, for a signal that is weak. */
export function boostingOptions(given: Partial<BoostingOptions> = {}): BoostingOptions {
  const options: BoostingOptions = {
    rounds: 200,
    learningRate: 0.05,
    maxDepth: 4,
    minLeaf: 50,
    l2: 1,
    rowShare: 0.7,
    featureShare: 0.7,
    positiveWeight: 1,
    patience: 20,
    maxBins: 64,
    seed: 1,
    ...given,
  };
  const share = { from: 1e-6, to: 1 };
  checkOptions(options, {
    rounds: { from: 1, to: 10_000, whole: true },
    learningRate: share,
    maxDepth: { from: 1, to: 30, whole: true },
    minLeaf: { from: 1, to: 2 ** 26, whole: true },
    l2: { from: 1e-6, to: 1e6 },
    rowShare: share,
    featureShare: share,
    positiveWeight: { from: 1e-6, to: 1e6 },
    patience: { from: 1, to: 10_000, whole: true },
    maxBins: { from: 2, to: MAX_VALUE_BINS, whole: true },
    seed: { from: 0, to: 2 ** 32 - 1, whole: true },
  });
  return options;
}

/** Boosted trees for the logistic loss; with validation rows, as many as served those best. */
export function boost({ rows, binCounts, labels, weights, validation, options }: BoostingJob): TreeEnsemble {
  const rowWeights = weightRows(labels, weights, options.positiveWeight);
  const base = logOddsOf(labels, rowWeights);
  const logOdds = new Float64Array(labels.length).fill(base);
  const losses = { labels, weights: rowWeights, logOdds };
  const slopes = newSlopes(rowWeights);
  const order = new Int32Array(labels.length);
  const spare = new Int32Array(labels.length);
  const judged = validation && judge(validation, base, options);
  const trees: Tree[] = [];
  while (trees.length < options.rounds && !judged?.done()) {
    const random = randomStream(options.seed, trees.length);
    const features = drawFeatures(rows.width, options.featureShare, random);
    const drawn = drawShare(order, options.rowShare, random);
    fillSlopes(slopes, drawn, losses);
    const tree = growNewtonTree({ rows, binCounts, slopes, features, drawn, spare }, options);
    addTrees(layOut([tree]), rows, logOdds);
    trees.push(tree);
    judged?.add(tree);
  }
  return { link: 'logit-sum', base, trees: trees.slice(0, judged?.best() ?? trees.length) };
}

function weightRows(labels: Uint8Array, weights: Float64Array | undefined, positiveWeight: number): Float64Array {
  return Float64Array.from(labels, (label, row) => (weights?.[row] ?? 1) * (label === 1 ? positiveWeight : 1));
}

function logOddsOf(labels: Uint8Array, weights: Float64Array): number {
  let positives = 0;
  let all = 0;
  for (let row = 0; row < labels.length; row++) {
    positives += labels[row]! * weights[row]!;
    all += weights[row]!;
  }
  if (positives > 0 && positives < all) return Math.log(positives / (all - positives));
  throw new TrainingError('All rows that weigh anything are of one kind: a model needs rows of both.');
}

function drawFeatures(count: number, share: number, random: RandomStream): Int32Array {
  const pool = Int32Array.from({ length: count }, (_, feature) => feature);
  const taken = Math.max(1, Math.round(count * share));
  drawInPlace(pool, 0, taken, random);
  return pool.slice(0, taken).sort();
}

/** Each row with the chance `share`; at least one. They are written to the front of `order`. */
function drawShare(order: Int32Array, share: number, random: RandomStream): Int32Array {
  let taken = 0;
  for (let row = 0; row < order.length; row++) {
    // Written in any case and kept or not: a branch would often be guessed wrong.
    order[taken] = row;
    taken += Number(share === 1 || random.next() < share);
  }
  if (taken === 0) order[taken++] = random.below(order.length);
  return order.subarray(0, taken);
}

/** Watches the loss on rows that nothing is learnt from. */
function judge({ rows, labels }: NonNullable<BoostingJob['validation']>, base: number, options: BoostingOptions) {
  const logOdds = new Float64Array(labels.length).fill(base);
  let rounds = 0;
  let best = { loss: Infinity, rounds: 1 };
  return {
    add: (tree: Tree): void => {
      addTrees(layOut([tree]), rows, logOdds);
      rounds++;
      const loss = logLoss(labels, logOdds);
      if (loss < best.loss) best = { loss, rounds };
    },
    done: () => rounds - best.rounds >= options.patience,
    best: () => best.rounds,
  };
}

/** The sum of the rows' logistic loss; written so that large log-odds do not overflow. */
function logLoss(labels: Uint8Array, logOdds: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) {
    const wrongWay = labels[row] === 1 ? -logOdds[row]! : logOdds[row]!;
    sum += Math.max(wrongWay, 0) + Math.log1p(Math.exp(-Math.abs(wrongWay)));
  }
  return sum;
}
