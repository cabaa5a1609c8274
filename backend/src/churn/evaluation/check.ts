import { EvaluationError } from './error';

/** Customers of either kind. */
export interface ClassCounts {
  returners: number;
  leavers: number;
}

/** @throws EvaluationError when lengths differ, nothing is there, a score is NaN or a label is neither 0 nor 1 */
export function checkScores(scores: Float64Array, returned: Uint8Array): ClassCounts {
  if (scores.length !== returned.length)
    throw new EvaluationError(
      'lengths',
      `There are ${scores.length} scores for ${returned.length} labels: give one label per score.`,
    );
  if (scores.length === 0)
    throw new EvaluationError('empty', 'There are no customers to judge: choose a cut that has customers.');
  let returners = 0;
  for (let i = 0; i < scores.length; i++) {
    if (Number.isNaN(scores[i]))
      throw new EvaluationError('not_a_number', `Score ${i} is not a number: score every customer first.`);
    const label = returned[i]!;
    if (label > 1) throw new EvaluationError('not_a_label', `Label ${i} is ${label}: use 1 for returned, else 0.`);
    returners += label;
  }
  return { returners, leavers: scores.length - returners };
}

/** The same for scores that must be probabilities. */
export function checkProbabilities(scores: Float64Array, returned: Uint8Array): ClassCounts {
  const counts = checkScores(scores, returned);
  const wrong = scores.findIndex((score) => score < 0 || score > 1);
  if (wrong >= 0)
    throw new EvaluationError(
      'not_a_probability',
      `Score ${wrong} is ${scores[wrong]}, no probability: calibrate scores to 0..1 first.`,
    );
  return counts;
}

/** The same where the measure compares returners with leavers, so that there must be some of each. */
export function checkBothClasses(scores: Float64Array, returned: Uint8Array): ClassCounts {
  const counts = checkScores(scores, returned);
  if (counts.returners === 0 || counts.leavers === 0)
    throw new EvaluationError(
      'one_class',
      `${counts.returners === 0 ? 'None' : 'All'} of the ${scores.length} customers came back, ` +
        'so that nothing can be told apart: choose another cut or horizon.',
    );
  return counts;
}
