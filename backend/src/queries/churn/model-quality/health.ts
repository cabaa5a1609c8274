import { DAY_MS, startOf, type Frame } from '../../../contract';
import { numberColumn } from '../../../frames';
import type { DriftRow, ServedModel } from '../../../churn/scoring/scored';
import { fieldOf } from '../cells';

/**
 * A few numbers for alert rules: numeric-wide, one row. `model_age_days`: days of trade up to the as-of day that the
 * model's training did not know of; a clock's age would not change with the data, nor for an answer that is kept.
 *
 * @param drift empty where there are no scores to compare
 */
export function healthFrame({ quality, facts, gates }: ServedModel, drift: readonly DriftRow[], asOf: string): Frame {
  const metric = (name: string): number | null =>
    quality.metrics.find((row) => row.model === 'model' && row.metric === name)?.value ?? null;
  const features = drift.filter(({ feature }) => feature !== 'score').map(({ psi }) => psi);
  const values: Record<string, number | null> = {
    roc_auc: metric('roc_auc'),
    pr_auc: metric('pr_auc'),
    calibration_error: metric('calibration_error'),
    max_drift: features.length === 0 ? null : Math.max(...features),
    score_drift: drift.find(({ feature }) => feature === 'score')?.psi ?? null,
    model_age_days: Math.max(0, (startOf(asOf) - startOf(facts.knowsUntil)) / DAY_MS),
    gates_failed: gates.filter(({ passed }) => !passed).length,
  };
  return {
    name: 'health',
    meta: { type: 'numeric-wide' },
    fields: Object.entries(values).map(([name, value]) => fieldOf(numberColumn(name, [value]))),
  };
}
