/**
 * From a model's raw probability of returning to one that means what it says. Plain JSON, kept with the model; always
 * monotone, so that calibrating never swaps two customers.
 */
export type Calibration = PlattCalibration | IsotonicCalibration;

/** probability = logistic(slope * log-odds(raw) + intercept), slope not negative. */
export interface PlattCalibration {
  kind: 'platt';
  slope: number;
  intercept: number;
}

/** Straight lines between (raw, probability) points, level outside of them. */
export interface IsotonicCalibration {
  kind: 'isotonic';
  /** Strictly ascending. */
  raw: number[];
  /** As many, ascending (equal ones allowed), each above 0 and below 1. */
  probabilities: number[];
}

/** A calibration that cannot be used, or raw values that cannot be calibrated; the message says why and what to do. */
export class CalibrationError extends Error {
  override readonly name = 'CalibrationError';
}
