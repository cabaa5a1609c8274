import { checkScores } from './check';
import { EvaluationError } from './error';

/** What a threshold on the score gets right and wrong; "positive" is returning, the rare class. */
export interface Confusion {
  /** Predicted to return where the score is at least this. */
  threshold: number;
  truePositives: number;
  falsePositives: number;
  trueNegatives: number;
  falseNegatives: number;
  accuracy: number;
  /** Share that returned of those predicted to; null when none is. */
  precision: number | null;
  /** Share predicted to return of those who did; null when none did. */
  recall: number | null;
  /** Harmonic mean of precision and recall; null when nobody returned and nobody was predicted to. */
  f1: number | null;
  /** Share predicted to leave of those who did; null when nobody left. */
  specificity: number | null;
}

/** @throws EvaluationError on bad input, or a threshold that is no number */
export function confusionAt(scores: Float64Array, returned: Uint8Array, threshold: number): Confusion {
  if (Number.isNaN(threshold))
    throw new EvaluationError('option', 'The threshold is not a number: choose one on validation data first.');
  const { returners, leavers } = checkScores(scores, returned);
  let truePositives = 0;
  let falsePositives = 0;
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! < threshold) continue;
    if (returned[i] === 1) truePositives++;
    else falsePositives++;
  }
  const trueNegatives = leavers - falsePositives;
  const falseNegatives = returners - truePositives;
  return {
    threshold,
    truePositives,
    falsePositives,
    trueNegatives,
    falseNegatives,
    accuracy: (truePositives + trueNegatives) / scores.length,
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, returners),
    f1: ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
    specificity: ratio(trueNegatives, leavers),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
