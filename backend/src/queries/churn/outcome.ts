import { bandOf, returnOdds, type RiskBand } from '../../contract';
import type { Action } from '../../churn/playbook';
import type { Reason } from '../../churn/reasons';
import type { ScoredCustomers } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';
import { adviceFor } from './advice';
import { segmentsOfAlike } from './alike';

/** A customer who is described by raw feature values, in the order of the model's features. */
export interface Described {
  values: Float64Array;
  churnProbability: number;
  reasons: readonly Reason[];
  /** What the customer was worth before features were changed, where nobody can say what it is after. */
  valueBefore?: number;
}

/** What follows from a described customer's score. Money is null where nobody can say. */
export interface Outcome {
  band: RiskBand;
  relativeOdds: number;
  valueIfReturns: number | null;
  expectedRevenue: number | null;
  revenueAtRisk: number | null;
  advice: Action;
}

/** A reader of what follows from the scores of described customers. */
export async function outcomeReader(
  { model, table }: ScoredCustomers,
  context: QueryContext,
): Promise<(described: Described) => Outcome> {
  const { language } = context;
  const { riskBands, churnDays } = context.settings;
  const { playbook } = await context.playbook();
  const segmentOf = await segmentsOfAlike({ table }, context);
  const [recencyAt = -1, frequencyAt = -1, monetaryAt = -1] = ['recency_days', 'frequency', 'monetary'].map((key) =>
    model.features.indexOf(key),
  );
  return ({ values, churnProbability, reasons, valueBefore }) => {
    const of = (at: number): number => values[at] ?? Number.NaN;
    const band = bandOf(churnProbability, model.baseRate, riskBands);
    const relativeOdds = returnOdds(churnProbability, model.baseRate);
    const value = context.valueIfReturns(of(frequencyAt), of(monetaryAt)) ?? valueBefore ?? null;
    const advice = adviceFor(playbook, {
      segment: segmentOf(of(recencyAt), of(frequencyAt)),
      status: of(recencyAt) >= churnDays ? 'churned' : 'active',
      band,
      valueIfReturns: value ?? Number.NaN,
      relativeOdds,
      reasons,
      language,
    });
    return {
      band,
      relativeOdds,
      valueIfReturns: value,
      expectedRevenue: value === null ? null : (1 - churnProbability) * value,
      revenueAtRisk: value === null ? null : churnProbability * value,
      advice,
    };
  };
}
