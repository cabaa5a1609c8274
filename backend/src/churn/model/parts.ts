import { logOdds } from '../calibration/log-odds';
import { restoreTrees, type LearnedTrees } from '../trees';
import { ModelFileError } from './errors';
import { rescale, type AdditiveColumns } from './rescale';

/** One of the models whose log-odds of returning are averaged. */
export interface Part {
  name: string;
  /** Its share in the average. */
  weight: number;
  /** Log-odds of returning for each row. */
  predict(columns: readonly Float64Array[]): Float64Array;
  /** The same taken apart by feature. */
  contributions(columns: readonly Float64Array[]): AdditiveColumns;
  encode(): object;
}

/** Trees of either kind. */
export function treesPart(learned: LearnedTrees, weight: number): Part {
  return {
    name: learned.name,
    weight,
    predict: (columns) => learned.predict(columns).map(logOdds),
    contributions: (columns) => {
      const { link, ...parts } = learned.contributions(columns);
      return link === 'mean' ? toLogOdds(parts) : parts;
    },
    encode: () => ({ kind: 'trees', weight, model: learned.encode() }),
  };
}

/**
 * A feature that is a probability of returning already.
 *
 * @param base its mean among the customers that the model learnt from
 */
export function featurePart(name: string, feature: number, base: number, weight: number): Part {
  return {
    name,
    weight,
    predict: (columns) => columns[feature]!.map(logOdds),
    contributions: (columns) => ({
      base: logOdds(base),
      columns: columns.map((column, i) =>
        i === feature ? column.map((value) => logOdds(value) - logOdds(base)) : new Float64Array(column.length),
      ),
    }),
    encode: () => ({ kind: 'feature', name, feature, base, weight }),
  };
}

/**
 * The part that `encode` described, checked.
 *
 * @throws ModelFileError, ModelFormatError saying what is wrong
 */
export function decodePart(value: unknown, features: number): Part {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const { kind, weight } = given;
  if (!isShare(weight)) throw new ModelFileError('The model file names a part whose weight is no share. Train again.');
  if (kind === 'trees') return decodeTreesPart(given, weight, features);
  if (kind === 'feature') return decodeFeaturePart(given, weight, features);
  throw new ModelFileError('The model file holds a part of a kind that is not known. Train again.');
}

function decodeTreesPart({ model }: Record<string, unknown>, weight: number, features: number): Part {
  const learned = restoreTrees(model);
  const known = learned.model.bins.length;
  if (known === features) return treesPart(learned, weight);
  throw new ModelFileError(`The model file holds trees for ${known} features, not ${features}. Train again.`);
}

function decodeFeaturePart({ name, feature, base }: Record<string, unknown>, weight: number, features: number): Part {
  const known = typeof feature === 'number' && Number.isInteger(feature) && feature >= 0 && feature < features;
  if (known && isShare(base) && typeof name === 'string') return featurePart(name, feature, base, weight);
  throw new ModelFileError('The model file holds a part that names no feature. Train again.');
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

function toLogOdds(parts: AdditiveColumns): AdditiveColumns {
  return rescale(parts, logOdds, 1 / (parts.base * (1 - parts.base)));
}
