import { calibrate, slopeAt } from './apply';
import { CalibrationError, type Calibration } from './calibration';

/** Nearer than this, the secant is mostly rounding: the slope at the base stands for it. */
const NEARLY_EQUAL = 1e-9;

/**
 * A steeper slope is held at this: contributions that nearly cancel out across a step of the calibration would else
 * become many times larger than any probability.
 */
const STEEPEST = 100;

export interface CalibratedContributions {
  /** Calibrated probability at the raw base. */
  base: number;
  /** Calibrated probability of the customer. */
  probability: number;
  /** One per raw contribution; base + their sum = probability, within 1e-12. */
  contributions: Float64Array;
}

/**
 * Carries additive contributions through a calibration g by the rescale rule of DeepLIFT (Shrikumar, Greenside and
 * Kundaje, "Learning Important Features Through Propagating Activation Differences", ICML 2017): each is multiplied
 * with (g(raw) - g(base)) / (raw - base), where raw = base + sum of the raw contributions. Shares and signs stay as
 * they were. When raw is nearly base, g'(base) takes its place. What a steep slope or rounding leaves over is added by
 * the size of the contributions, the last digits to the largest.
 *
 * @throws CalibrationError when the base or a contribution is not a finite number
 */
export function calibrateContributions(
  calibration: Calibration,
  rawBase: number,
  rawContributions: Float64Array,
): CalibratedContributions {
  if (!Number.isFinite(rawBase) || !rawContributions.every(Number.isFinite))
    throw new CalibrationError('A contribution to the score is not a number: explain the customer again.');
  const difference = sumOf(rawContributions);
  const base = calibrate(calibration, rawBase);
  const probability = calibrate(calibration, rawBase + difference);
  const slope = Math.abs(difference) < NEARLY_EQUAL ? slopeAt(calibration, rawBase) : (probability - base) / difference;
  const held = Math.min(STEEPEST, slope);
  const size = rawContributions.reduce((sum, contribution) => sum + Math.abs(contribution), 0);
  const missing = size === 0 ? 0 : (probability - base - held * difference) / size;
  const contributions = rawContributions.map((contribution) => contribution * held + Math.abs(contribution) * missing);
  settle(contributions, probability - base);
  return { base, probability, contributions };
}

/** Adds to the largest contribution what is missing to the target; twice, as the first addition rounds too. */
function settle(contributions: Float64Array, target: number): void {
  if (contributions.length === 0) return;
  let largest = 0;
  contributions.forEach((contribution, i) => {
    if (Math.abs(contribution) > Math.abs(contributions[largest]!)) largest = i;
  });
  for (let round = 0; round < 2; round++) contributions[largest]! += target - sumOf(contributions);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
