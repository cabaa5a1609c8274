import type { Metric, QualityReport, ScoredBy } from '../../../churn/model/quality';

/** A metric of the report; undefined where it was not measured. */
export function metricOf({ metrics }: QualityReport, by: ScoredBy, metric: Metric): number | undefined {
  return metrics.find((row) => row.model === by && row.metric === metric)?.value;
}

/** How many of the test customers the model expected to return, and how many did; not finite without calibration. */
export function forecastOf({ calibration, returners }: QualityReport): { expected: number; actual: number } {
  if (calibration.length === 0) return { expected: Number.NaN, actual: returners };
  const expected = calibration.reduce((sum, { predicted, customers }) => sum + (1 - predicted) * customers, 0);
  return { expected, actual: returners };
}
