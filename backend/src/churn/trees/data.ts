import { TrainingError } from './errors';

/** What a model learns from: customers with features, and what became of them. */
export interface TrainingData {
  /** One column per feature with a value per row; NaN where it is not known. */
  columns: readonly Float64Array[];
  /** 1 for a positive row, 0 for a negative one. */
  labels: Uint8Array;
  /** How much each row counts; 1 by default. At most 16. */
  weights?: Float64Array;
}

/** Rows are numbered in 26 bits while a tree grows. */
const MAX_ROWS = 2 ** 26;
const MAX_FEATURES = 2 ** 15 - 1;
/** The Poisson draws of a row stay below 64 up to here, but for a chance of less than 1e-15. */
const MAX_WEIGHT = 16;

/** @throws TrainingError when no model can be made from the data. */
export function checkTrainingData({ columns, labels, weights }: TrainingData): void {
  const rows = labels.length;
  if (rows === 0) throw new TrainingError('There are no rows to learn from.');
  if (rows > MAX_ROWS) throw new TrainingError(`At most ${MAX_ROWS} rows can be learnt from; ${rows} were given.`);
  checkColumns(columns, rows);
  checkLabels(labels);
  if (weights !== undefined) checkWeights(weights, rows);
}

function checkColumns(columns: readonly Float64Array[], rows: number): void {
  if (columns.length === 0) throw new TrainingError('There are no features to learn from.');
  if (columns.length > MAX_FEATURES) {
    throw new TrainingError(`At most ${MAX_FEATURES} features can be learnt from; ${columns.length} were given.`);
  }
  columns.forEach((column, feature) => {
    if (column.length === rows) return;
    throw new TrainingError(`Feature ${feature} has ${column.length} values, but there are ${rows} labels.`);
  });
}

function checkLabels(labels: Uint8Array): void {
  const wrong = labels.findIndex((label) => label > 1);
  if (wrong >= 0) throw new TrainingError(`The label of row ${wrong} is ${labels[wrong]}; it must be 0 or 1.`);
  const positives = countPositives(labels);
  if (positives > 0 && positives < labels.length) return;
  const only = positives === 0 ? 'negative' : 'positive';
  throw new TrainingError(
    `All ${labels.length} rows are ${only}: a model needs rows of both kinds. Take a longer history or another horizon.`,
  );
}

function checkWeights(weights: Float64Array, rows: number): void {
  if (weights.length !== rows) {
    throw new TrainingError(`There are ${weights.length} weights, but ${rows} labels.`);
  }
  const wrong = weights.findIndex((weight) => !(weight >= 0 && weight <= MAX_WEIGHT));
  if (wrong < 0) return;
  throw new TrainingError(`The weight of row ${wrong} is ${weights[wrong]}; it must be from 0 to ${MAX_WEIGHT}.`);
}

/** How many labels are 1. */
export function countPositives(labels: Uint8Array): number {
  let positives = 0;
  for (let row = 0; row < labels.length; row++) positives += labels[row]!;
  return positives;
}
