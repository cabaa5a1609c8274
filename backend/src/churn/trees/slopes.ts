import { sigmoid } from './ensemble';

/**
 * How each row's loss changes with its log-odds. Second derivatives carry a count: `counted` is `unit` plus the second
 * derivative, and all second derivatives together are less than `unit`. A sum of them over some rows is then the number
 * of rows in units, and a rest which is the sum of second derivatives; so a histogram keeps two numbers per bin, not
 * three. All these sums are exact, in whatever order.
 */
export interface Slopes {
  gradient: Float64Array;
  counted: Float64Array;
  unit: number;
}

/** What slopes are worked out from, an entry per row. */
export interface RowLosses {
  labels: Uint8Array;
  weights: Float64Array;
  logOdds: Float64Array;
}

/** @param weights of the rows that slopes will be worked out for */
export function newSlopes(weights: Float64Array): Slopes {
  // No second derivative is more than a quarter of its row's weight.
  const most = weights.reduce((sum, weight) => sum + weight, 0) / 4;
  const unit = 2 ** (Math.floor(Math.log2(most)) + 2);
  return { gradient: new Float64Array(weights.length), counted: new Float64Array(weights.length), unit };
}

/**
 * First and second derivative of the drawn rows' weighted logistic loss by their log-odds.
 *
 * Second derivatives are made whole multiples of a step so fine that their sums just fit the 53 bits of a number. What
 * a row loses or wins by that is handed on to the next, so that it does not add up.
 */
export function fillSlopes(slopes: Slopes, drawn: Int32Array, { labels, weights, logOdds }: RowLosses): void {
  const { gradient, counted, unit } = slopes;
  const step = unit * 2 ** (Math.ceil(Math.log2(drawn.length + 1)) - 52);
  const perStep = 1 / step;
  let kept = 0;
  for (let i = 0; i < drawn.length; i++) {
    const row = drawn[i]!;
    const weight = weights[row]!;
    const probability = sigmoid(logOdds[row]!);
    gradient[row] = weight * (probability - labels[row]!);
    const exact = weight * probability * (1 - probability) + kept;
    const rounded = Math.floor(exact * perStep) * step;
    kept = exact - rounded;
    counted[row] = unit + rounded;
  }
}
