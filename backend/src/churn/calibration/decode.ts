import { CalibrationError, type Calibration } from './calibration';

/** A calibration as text, to be kept with a model. */
export function encodeCalibration(calibration: Calibration): string {
  return JSON.stringify(calibration);
}

/**
 * A calibration from parsed JSON, or from its text.
 *
 * @throws CalibrationError when it is none, or would not be monotone
 */
export function decodeCalibration(value: unknown): Calibration {
  const given = typeof value === 'string' ? parse(value) : value;
  if (typeof given !== 'object' || given === null) throw unusable('it is no object');
  if (!('kind' in given)) throw unusable('its kind is missing');
  if (given.kind === 'platt') return decodePlatt(given);
  if (given.kind === 'isotonic') return decodeIsotonic(given);
  throw unusable(`its kind is ${JSON.stringify(given.kind)}, not platt or isotonic`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unusable('it is no JSON');
  }
}

function decodePlatt(given: object): Calibration {
  const slope = 'slope' in given ? given.slope : undefined;
  const intercept = 'intercept' in given ? given.intercept : undefined;
  if (!isFiniteNumber(slope) || slope < 0) throw unusable('its slope is no number of 0 or more');
  if (!isFiniteNumber(intercept)) throw unusable('its intercept is no number');
  return { kind: 'platt', slope, intercept };
}

function decodeIsotonic(given: object): Calibration {
  const raw = numbers('raw' in given ? given.raw : undefined, 'raw');
  const probabilities = numbers('probabilities' in given ? given.probabilities : undefined, 'probabilities');
  if (raw.length === 0 || raw.length !== probabilities.length)
    throw unusable(`it has ${raw.length} raw values and ${probabilities.length} probabilities`);
  if (raw.some((value, i) => i > 0 && value <= raw[i - 1]!)) throw unusable('its raw values do not ascend');
  if (probabilities.some((value, i) => i > 0 && value < probabilities[i - 1]!))
    throw unusable('its probabilities descend somewhere');
  if (probabilities[0]! <= 0 || probabilities.at(-1)! >= 1) throw unusable('a probability is not between 0 and 1');
  return { kind: 'isotonic', raw, probabilities };
}

function numbers(value: unknown, name: string): number[] {
  if (!Array.isArray(value) || !value.every(isFiniteNumber)) throw unusable(`"${name}" is no list of numbers`);
  return value;
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function unusable(why: string): CalibrationError {
  return new CalibrationError(`The model's calibration cannot be used: ${why}. Train the model again.`);
}
