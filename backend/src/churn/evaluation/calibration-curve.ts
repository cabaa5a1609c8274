import { checkProbabilities } from './check';
import { EvaluationError } from './error';
import { wilsonInterval } from './interval';
import { groupByScore } from './score-groups';

export interface CalibrationBin {
  /** Mean predicted probability of returning. */
  predicted: number;
  /** Share that returned. */
  observed: number;
  /** Wilson's 95% interval of the observed share. */
  low: number;
  high: number;
  customers: number;
  returners: number;
}

/**
 * Predicted against observed in bins of about equally many customers, by ascending probability. Customers with equal
 * probabilities stay in one bin, so that a calibration with few steps gives fewer bins, none of them empty.
 *
 * @throws EvaluationError on bad input
 */
export function calibrationCurve(probabilities: Float64Array, returned: Uint8Array, bins = 10): CalibrationBin[] {
  if (!Number.isInteger(bins) || bins < 1)
    throw new EvaluationError('option', `${bins} bins: give a whole number from 1.`);
  checkProbabilities(probabilities, returned);
  const groups = groupByScore(probabilities, returned);
  const sums = Array.from({ length: bins }, () => ({ predicted: 0, returners: 0, customers: 0 }));
  let before = 0;
  for (let g = groups.scores.length - 1; g >= 0; g--) {
    const size = groups.returners[g]! + groups.leavers[g]!;
    // By the middle of the group, so that a large one lands where most of it belongs.
    const sum = sums[Math.min(bins - 1, Math.floor((bins * (before + size / 2)) / probabilities.length))]!;
    sum.predicted += size * groups.scores[g]!;
    sum.returners += groups.returners[g]!;
    sum.customers += size;
    before += size;
  }
  return sums
    .filter((sum) => sum.customers > 0)
    .map(({ predicted, returners, customers }) => ({
      predicted: predicted / customers,
      observed: returners / customers,
      ...wilsonInterval(returners, customers),
      customers,
      returners,
    }));
}

/**
 * Expected calibration error: mean distance of predicted and observed over the bins, weighted by customers (Naeini,
 * Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015).
 *
 * @throws EvaluationError for a curve without bins
 */
export function expectedCalibrationError(curve: readonly CalibrationBin[]): number {
  const customers = curve.reduce((sum, bin) => sum + bin.customers, 0);
  if (customers === 0)
    throw new EvaluationError('empty', 'The calibration curve is empty: draw it from customers first.');
  return curve.reduce((sum, bin) => sum + bin.customers * Math.abs(bin.predicted - bin.observed), 0) / customers;
}
