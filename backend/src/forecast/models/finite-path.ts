import { ForecastError } from '../forecast';

/**
 * What `fit` forecasts, not below zero.
 *
 * @throws ForecastError when the library fails or gives no number; the message names the model
 */
export function finitePath(label: string, fit: () => ArrayLike<number>): Float64Array {
  let path: Float64Array;
  try {
    path = Float64Array.from(fit());
  } catch {
    throw new ForecastError(`The model "${label}" found no fit for this history. Choose another model.`);
  }
  if (!path.every(Number.isFinite))
    throw new ForecastError(`The model "${label}" came to no finite number for this history. Choose another model.`);
  return path.map((value) => Math.max(0, value));
}

/** Differences below this share of a value are rounding. */
const ROUNDING = 1e-9;

/** True when every value is the same, up to rounding: nothing is there to be fitted, and a search would be slow. */
export function isConstant(values: Float64Array): boolean {
  const first = values[0]!;
  return values.every((value) => Math.abs(value - first) <= ROUNDING * Math.abs(first));
}
