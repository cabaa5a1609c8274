import { checkBothClasses } from './check';
import { EvaluationError } from './error';
import { groupByScore } from './score-groups';

export interface ThresholdChoice {
  /** Predict to return where the score is at least this. */
  threshold: number;
  /** F1 of returning on the data it was chosen on. */
  f1: number;
  /** Share of customers at or above it. */
  share: number;
}

/**
 * The threshold with the best F1 of returning; the higher one of equals. Choose it on validation data, never on test.
 *
 * @throws EvaluationError on bad input, or when only one class is there
 */
export function bestF1Threshold(scores: Float64Array, returned: Uint8Array): ThresholdChoice {
  const { returners } = checkBothClasses(scores, returned);
  const groups = groupByScore(scores, returned);
  let best: ThresholdChoice = { threshold: Infinity, f1: 0, share: 0 };
  let hits = 0;
  let seen = 0;
  for (let g = 0; g < groups.scores.length; g++) {
    hits += groups.returners[g]!;
    seen += groups.returners[g]! + groups.leavers[g]!;
    const f1 = (2 * hits) / (seen + returners);
    if (f1 > best.f1) best = { threshold: groups.scores[g]!, f1, share: seen / scores.length };
  }
  return best;
}

/**
 * The threshold that about the given share of customers reaches: the score of the last one within it. With equal scores
 * at the edge all of them reach it.
 *
 * @throws EvaluationError without scores, with NaN among them, or for a share outside (0, 1]
 */
export function shareThreshold(scores: Float64Array, share: number): number {
  if (!(share > 0 && share <= 1))
    throw new EvaluationError('option', `A share of ${share}: give one above 0 and at most 1, such as 0.1.`);
  if (scores.length === 0) throw new EvaluationError('empty', 'There are no scores to choose a threshold from.');
  if (scores.some(Number.isNaN))
    throw new EvaluationError('not_a_number', 'Some scores are not numbers: score every customer first.');
  const sorted = scores.slice().sort();
  return sorted[sorted.length - Math.max(1, Math.round(share * sorted.length))]!;
}
