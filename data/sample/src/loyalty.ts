import type { Experience } from './order';
import { exp, logistic } from './portableMath';

/**
 * The planted truth. Each person buys at random times at a rate of their own, and after each order may drop out for
 * good (the buy-till-you-die story of BG/NBD), with a probability that depends on what they experienced.
 */
export interface Loyalty {
  /** Orders per day of an average person on the trade clock. */
  meanRate: number;
  /** Added to what an experience weighs, so that the wanted share of persons comes back. */
  bias: number;
}

/** Shape of the gamma distribution of purchase rates: most persons buy seldom, a few often. */
export const RATE_SHAPE = 0.8;
/** Days ahead that the truth states the probability of another order for. */
export const HORIZON_DAYS = 180;

/**
 * What an experience weighs (log-odds of dropping out, without the bias): more for delay and for low scores, less for
 * larger orders and for every order before. `occasion` counts from 0.
 */
export function disappointment({ daysLate, score, value }: Experience, occasion: number): number {
  return (
    (daysLate > 0 ? 0.9 : 0) +
    0.1 * Math.min(daysLate, 10) +
    0.6 * (4 - score) -
    0.4 * value -
    0.9 * Math.min(occasion, 3)
  );
}

/** Probability of dropping out after an order. */
export function dropoutProbability(loyalty: Loyalty, experience: Experience, occasion: number): number {
  return logistic(loyalty.bias + disappointment(experience, occasion));
}

/**
 * Probability of at least one order in the `HORIZON_DAYS` days after the day `end`, were trade to go on, for a person
 * of this rate who drops out at the end of `dropDay` (infinite: never).
 */
export function probabilityOfReturn(rate: number, dropDay: number, end: number): number {
  const days = Math.min(HORIZON_DAYS, dropDay - end);
  return days > 0 ? 1 - exp(-rate * days) : 0;
}
