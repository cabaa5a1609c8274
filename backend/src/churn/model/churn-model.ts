import { calibrate, calibrateContributions, type Calibration } from '../calibration';
import { logistic } from '../calibration/log-odds';
import type { BgNbdParameters } from '../bgnbd';
import type { DriftReference } from '../drift';
import type { Explanation, ModelFacts } from '../scoring/scored';
import type { ValueModel } from '../value';
import type { Part } from './parts';
import type { GateResult, QualityReport } from './quality';
import { rescale, type AdditiveColumns } from './rescale';

/**
 * A trained churn model. The probability of returning is the calibrated logistic of its parts' weighted mean log-odds; the
 * churn probability is what is missing to 1.
 */
export interface ChurnModel {
  facts: ModelFacts;
  /** Keys of the features, in the order of the columns. */
  features: readonly string[];
  /** Weights add up to 1. */
  parts: readonly Part[];
  calibration: Calibration;
  /** BG/NBD, for the derived feature. */
  rhythm: BgNbdParameters;
  value: ValueModel;
  /** The median of each feature among the customers that it learnt from; NaN where most are unknown. */
  typical: Float64Array;
  /** How features and scores were distributed in training: by feature, then the score. */
  references: readonly DriftReference[];
  quality: QualityReport;
  gates: readonly GateResult[];
}

/** What predicting takes of a model: so that it can be judged before it is complete. */
export type Predictor = Pick<ChurnModel, 'parts' | 'calibration'>;

/** The uncalibrated probability of returning for each row: the logistic of the parts' weighted mean log-odds. */
export function rawProbabilities(parts: readonly Part[], columns: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(columns[0]?.length ?? 0);
  for (const part of parts) {
    const own = part.predict(columns);
    for (let row = 0; row < sums.length; row++) sums[row]! += part.weight * own[row]!;
  }
  return sums.map(logistic);
}

/** The churn probability of each row. */
export function churnProbabilities({ parts, calibration }: Predictor, columns: readonly Float64Array[]): Float64Array {
  return rawProbabilities(parts, columns).map((raw) => 1 - calibrate(calibration, raw));
}

/** The average customer's churn probability: where every explanation starts. */
export function baseRateOf({ parts, calibration, features }: Predictor & Pick<ChurnModel, 'features'>): number {
  const none = features.map(() => new Float64Array(0));
  return 1 - calibrate(calibration, averaged(parts, none).base);
}

/** What adds up to each row's churn probability. */
export function explain({ parts, calibration }: Predictor, columns: readonly Float64Array[]): Explanation[] {
  const raw = averaged(parts, columns);
  return Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => {
    const own = Float64Array.from(raw.columns, (column) => column[row]!);
    const calibrated = calibrateContributions(calibration, raw.base, own);
    return {
      churnProbability: 1 - calibrated.probability,
      base: 1 - calibrated.base,
      contributions: calibrated.contributions.map((contribution) => -contribution),
    };
  });
}

/** The parts' weighted mean as contributions to the uncalibrated probability. */
function averaged(parts: readonly Part[], columns: readonly Float64Array[]): AdditiveColumns {
  const own = parts.map((part) => ({ weight: part.weight, ...part.contributions(columns) }));
  const sum = {
    base: own.reduce((total, part) => total + part.weight * part.base, 0),
    columns: columns.map((column, feature) =>
      column.map((_value, row) => own.reduce((total, part) => total + part.weight * part.columns[feature]![row]!, 0)),
    ),
  };
  const probability = logistic(sum.base);
  return rescale(sum, logistic, probability * (1 - probability));
}
