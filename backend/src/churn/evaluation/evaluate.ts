import { averagePrecision, type BootstrapOptions } from './average-precision';
import { calibrationCurve, expectedCalibrationError, type CalibrationBin } from './calibration-curve';
import { checkProbabilities } from './check';
import { confusionAt, type Confusion } from './confusion';
import type { Estimate } from './interval';
import { liftAt, liftByDecile, type LiftBin } from './lift';
import { brierScore, logLoss, type Brier } from './probability-scores';
import { rocAuc, type RocAuc } from './roc-auc';

/** Everything that is reported of a model on one test set; can be kept as JSON. */
export interface Evaluation {
  customers: number;
  returners: number;
  returnRate: number;
  rocAuc: RocAuc;
  prAuc: Estimate;
  /** Lift among the tenth of customers with the highest scores. */
  liftTop10: number;
  lift: LiftBin[];
  brier: Brier;
  logLoss: number;
  calibrationError: number;
  calibration: CalibrationBin[];
  /** At the threshold given. */
  confusion: Confusion;
}

/** How well scores rank customers; for scores that are no probabilities, such as recency or expected purchases. */
export type Ranking = Pick<Evaluation, 'customers' | 'returners' | 'returnRate' | 'rocAuc' | 'prAuc' | 'liftTop10'>;

/**
 * Judges probabilities of returning against what happened.
 *
 * @throws EvaluationError on bad input, or when only one class is there
 */
export function evaluate(
  probabilities: Float64Array,
  returned: Uint8Array,
  threshold: number,
  options: BootstrapOptions = {},
): Evaluation {
  checkProbabilities(probabilities, returned);
  const calibration = calibrationCurve(probabilities, returned);
  return {
    ...evaluateRanking(probabilities, returned, options),
    lift: liftByDecile(probabilities, returned),
    brier: brierScore(probabilities, returned),
    logLoss: logLoss(probabilities, returned),
    calibrationError: expectedCalibrationError(calibration),
    calibration,
    confusion: confusionAt(probabilities, returned, threshold),
  };
}

/**
 * Judges any score by its order alone.
 *
 * @throws EvaluationError on bad input, or when only one class is there
 */
export function evaluateRanking(scores: Float64Array, returned: Uint8Array, options: BootstrapOptions = {}): Ranking {
  const returners = returned.reduce((sum, label) => sum + label, 0);
  return {
    customers: scores.length,
    returners,
    returnRate: returners / scores.length,
    rocAuc: rocAuc(scores, returned),
    prAuc: averagePrecision(scores, returned, options),
    liftTop10: liftAt(scores, returned, 0.1),
  };
}
