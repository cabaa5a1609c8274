import { EvaluationError } from './error';
import { seededRandom, shuffle } from './random';
import { rocAucValue } from './roc-auc';

export interface ImportanceOptions {
  /** One column per feature, a value per customer. */
  columns: readonly Float64Array[];
  returned: Uint8Array;
  /** Scores (of returning) for such columns; must not keep or change them. */
  predict: (columns: readonly Float64Array[]) => Float64Array | Promise<Float64Array>;
  /** Shuffles per feature, default 5. */
  repeats?: number;
  /** Default 1. */
  seed?: number;
}

export interface Importance {
  /** Mean drop of the ROC-AUC when the feature's values are shuffled among customers. */
  importance: number;
  /** Sample standard deviation of the drop; null with one repeat. */
  deviation: number | null;
}

/**
 * Permutation importance, one entry per column (L. Breiman, "Random Forests", Machine Learning 45, 2001): what the
 * model loses without the feature. Features that say the same share it, so that each looks small.
 *
 * @throws EvaluationError on bad input, when only one class is there, or when `predict` gives scores that are not
 * numbers
 */
export async function permutationImportance(options: ImportanceOptions): Promise<Importance[]> {
  const { columns, returned, predict, repeats = 5, seed = 1 } = options;
  if (!Number.isInteger(repeats) || repeats < 1)
    throw new EvaluationError('option', `${repeats} repeats: give a whole number from 1.`);
  const uneven = columns.findIndex((column) => column.length !== returned.length);
  if (uneven >= 0)
    throw new EvaluationError(
      'lengths',
      `Column ${uneven} has ${columns[uneven]!.length} values for ${returned.length} labels.`,
    );
  const whole = rocAucValue(await predict(columns), returned);
  const random = seededRandom(seed);
  const found: Importance[] = [];
  for (let feature = 0; feature < columns.length; feature++) {
    const drops: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      const shuffled = columns[feature]!.slice();
      shuffle(shuffled, random);
      const changed = columns.map((column, i) => (i === feature ? shuffled : column));
      drops.push(whole - rocAucValue(await predict(changed), returned));
    }
    found.push(meanAndDeviation(drops));
  }
  return found;
}

function meanAndDeviation(drops: readonly number[]): Importance {
  const importance = drops.reduce((sum, drop) => sum + drop, 0) / drops.length;
  if (drops.length < 2) return { importance, deviation: null };
  const squares = drops.reduce((sum, drop) => sum + (drop - importance) ** 2, 0);
  return { importance, deviation: Math.sqrt(squares / (drops.length - 1)) };
}
