import { countWhere } from '../../contract';
import { CalibrationError, type Calibration, type IsotonicCalibration, type PlattCalibration } from './calibration';
import { heldProbability, logistic, logOdds } from './log-odds';

/** Platt never answers with certainty, however far out the log-odds. */
const CERTAINTY = 1e-9;

/**
 * The calibrated probability of returning for a raw one.
 *
 * @throws CalibrationError for NaN
 */
export function calibrate(calibration: Calibration, raw: number): number {
  if (Number.isNaN(raw)) throw new CalibrationError('A raw probability is not a number: score the customer first.');
  return calibration.kind === 'platt' ? plattAt(calibration, raw) : isotonicAt(calibration, raw);
}

/** The same for many, in a new array. */
export function calibrateAll(calibration: Calibration, raw: Float64Array): Float64Array {
  return raw.map((value) => calibrate(calibration, value));
}

/** How fast the calibrated probability grows with the raw one there; at a corner, the mean of both sides. */
export function slopeAt(calibration: Calibration, raw: number): number {
  if (calibration.kind === 'isotonic')
    return (sideSlope(calibration, raw, above) + sideSlope(calibration, raw, notBelow)) / 2;
  const held = heldProbability(raw);
  if (held !== raw) return 0;
  const probability = plattAt(calibration, raw);
  return (calibration.slope * probability * (1 - probability)) / (held * (1 - held));
}

function plattAt({ slope, intercept }: PlattCalibration, raw: number): number {
  const probability = logistic(slope * logOdds(raw) + intercept);
  return Math.min(1 - CERTAINTY, Math.max(CERTAINTY, probability));
}

function isotonicAt({ raw: points, probabilities }: IsotonicCalibration, raw: number): number {
  const right = countWhere(points, (point) => point <= raw);
  if (right === 0) return probabilities[0]!;
  const [left, low] = [points[right - 1]!, probabilities[right - 1]!];
  if (right === points.length) return low;
  const high = probabilities[right]!;
  // Rounding must not carry the line past its ends, else it would not be monotone.
  return Math.min(high, low + ((high - low) * (raw - left)) / (points[right]! - left));
}

const above = (point: number, raw: number): boolean => point <= raw;
const notBelow = (point: number, raw: number): boolean => point < raw;

function sideSlope(
  { raw: points, probabilities }: IsotonicCalibration,
  raw: number,
  isLeft: (point: number, raw: number) => boolean,
): number {
  const right = countWhere(points, (point) => isLeft(point, raw));
  if (right === 0 || right === points.length) return 0;
  return (probabilities[right]! - probabilities[right - 1]!) / (points[right]! - points[right - 1]!);
}
