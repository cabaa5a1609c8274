import { EvaluationError } from './error';

/**
 * Spearman's rank correlation, equal values sharing their mean rank (C. Spearman, "The Proof and Measurement of
 * Association between Two Things", 1904). Null when one side has but one value, as nothing is ranked then.
 *
 * @throws EvaluationError when lengths differ, there are fewer than two pairs, or a value is NaN
 */
export function rankCorrelation(a: Float64Array, b: Float64Array): number | null {
  if (a.length !== b.length)
    throw new EvaluationError('lengths', `${a.length} values against ${b.length}: give as many of each.`);
  if (a.length < 2) throw new EvaluationError('empty', 'A rank correlation needs two pairs of values or more.');
  if (a.some(Number.isNaN) || b.some(Number.isNaN))
    throw new EvaluationError('not_a_number', 'Some values to rank are not numbers: leave their pairs out.');
  const [ranksA, ranksB] = [meanRanks(a), meanRanks(b)];
  const middle = (a.length + 1) / 2;
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [ranksA[i]! - middle, ranksB[i]! - middle];
    both += da * db;
    squaresA += da * da;
    squaresB += db * db;
  }
  return squaresA === 0 || squaresB === 0 ? null : both / Math.sqrt(squaresA * squaresB);
}

/** Ranks from 1, equal values sharing the mean of theirs. */
export function meanRanks(values: Float64Array): Float64Array {
  const order = Int32Array.from(values, (_, i) => i).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) ranks[order[k]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
