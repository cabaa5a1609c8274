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
    throw new ForecastError(`The ${label} found no fit for this history. Choose another model.`);
  }
  if (!path.every(Number.isFinite))
    throw new ForecastError(`The ${label} came to no finite number for this history. Choose another model.`);
  return path.map((value) => Math.max(0, value));
}

/** True when every value is the same: nothing is there to be fitted. */
export function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}
