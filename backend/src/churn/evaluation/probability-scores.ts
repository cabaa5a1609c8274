import { checkProbabilities } from './check';

export interface Brier {
  /** Mean squared difference of probability and outcome; 0 is perfect. */
  value: number;
  /** The same for everyone at the base rate. */
  reference: number;
  /** 1 - value / reference: share of the base rate's error that is gone; null when the base rate has no error. */
  skill: number | null;
}

/**
 * Brier score with its skill against the base rate (G. W. Brier, "Verification of forecasts expressed in terms of
 * probability", Monthly Weather Review 78, 1950).
 *
 * @throws EvaluationError on bad input
 */
export function brierScore(probabilities: Float64Array, returned: Uint8Array): Brier {
  const { returners } = checkProbabilities(probabilities, returned);
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) sum += (probabilities[i]! - returned[i]!) ** 2;
  const value = sum / probabilities.length;
  const rate = returners / probabilities.length;
  const reference = rate * (1 - rate);
  return { value, reference, skill: reference === 0 ? null : 1 - value / reference };
}

/** Certainty that proves wrong would cost infinitely much: probabilities are held this far from 0 and 1. */
const CLIP = 1e-15;

/**
 * Mean log loss in nats (cross-entropy of probability and outcome).
 *
 * @throws EvaluationError on bad input
 */
export function logLoss(probabilities: Float64Array, returned: Uint8Array): number {
  checkProbabilities(probabilities, returned);
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const held = Math.min(1 - CLIP, Math.max(CLIP, probabilities[i]!));
    sum -= returned[i] === 1 ? Math.log(held) : Math.log1p(-held);
  }
  return sum / probabilities.length;
}
