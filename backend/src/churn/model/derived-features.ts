import { probabilitiesOfReturn, type BgNbdParameters, type PurchaseHistories } from '../bgnbd';
import { FEATURE_SPECS, ORDER_FEATURES } from '../features/feature-specs';
import type { FeatureMatrix } from '../features/matrix';
import type { FeatureSpec } from '../features/spec';

/** The feature that the model derives itself. */
export const RETURN_CHANCE: FeatureSpec = {
  key: 'return_chance',
  label: 'Buying rhythm',
  unit: 'share',
  group: 'rhythm',
  description:
    'Chance of another order within the horizon judged by nothing but how often, how recently and for how long the customer has bought (BG/NBD model).',
  fromRfm: true,
};

/** All features that a model can have, in the order of its columns. */
export const MODEL_FEATURES: readonly FeatureSpec[] = [...FEATURE_SPECS, RETURN_CHANCE];

/** Whether a model can have these: all that orders tell and its own, any of those of events, in the order of the list. */
export function areModelFeatures(features: readonly string[]): boolean {
  const needed = new Set([...ORDER_FEATURES, RETURN_CHANCE.key, ...features]);
  const fitting = MODEL_FEATURES.map(({ key }) => key).filter((key) => needed.has(key));
  return features.join() === fitting.join();
}

/** Those of a model's features that are read from the warehouse. */
export function readableFeatures(features: readonly string[]): string[] {
  return features.filter((key) => key !== RETURN_CHANCE.key);
}

/** The purchase histories that a feature matrix holds: occasions are days, so none falls on the day of another. */
export function historiesOf(matrix: FeatureMatrix): PurchaseHistories {
  const [frequency, recency, tenure] = ['frequency', 'recency_days', 'tenure_days'].map((name) =>
    columnOf(matrix, name),
  ) as [Float64Array, Float64Array, Float64Array];
  return {
    repeats: frequency.map((days) => days - 1),
    lastRepeat: tenure.map((days, row) => days - recency[row]!),
    observed: tenure,
  };
}

/** The matrix with the model's own feature after the warehouse's. */
export function withDerived<T extends FeatureMatrix>(matrix: T, rhythm: BgNbdParameters, horizonDays: number): T {
  const chance = probabilitiesOfReturn(rhythm, historiesOf(matrix), horizonDays);
  return { ...matrix, names: [...matrix.names, RETURN_CHANCE.key], columns: [...matrix.columns, chance] };
}

/** The column of a feature. */
export function columnOf(matrix: FeatureMatrix, name: string): Float64Array {
  const column = matrix.columns[matrix.names.indexOf(name)];
  if (!column) throw new RangeError(`There is no feature ${name} in the matrix.`);
  return column;
}
