import type { ChurnModel } from '../churn/model/churn-model';
import type { Metric } from '../churn/model/quality';
import type { KeptModel } from '../contract';

/** A kept model as the REST API tells it. */
export function modelSummary({ facts, quality, gates }: ChurnModel): KeptModel {
  const measured = (name: Metric): number | null =>
    quality.metrics.find(({ model, metric }) => model === 'model' && metric === name)?.value ?? null;
  return {
    id: facts.id,
    algorithm: facts.algorithm,
    trained_at: facts.trainedAt,
    horizon_days: facts.horizonDays,
    generation: facts.generation,
    knows_until: facts.knowsUntil,
    training_rows: facts.trainingRows,
    roc_auc: measured('roc_auc'),
    pr_auc: measured('pr_auc'),
    gates_failed: gates.filter(({ passed }) => !passed).length,
  };
}
