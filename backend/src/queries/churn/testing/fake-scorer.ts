import { NoScoreError, type ScoredCustomers, type ServedModel } from '../../../churn/scoring/scored';
import { positionOf } from '../../../churn/scoring/files/day-scores';
import { totalsOf } from '../../../churn/scoring/scorings';
import type { FeatureMatrix } from '../../../churn/features/matrix';
import type { ScoreRequest, Scorer } from '../scorer';
import { FAKE_BASE, FAKE_FEATURES, FAKE_MOST, FAKE_WEIGHTS, fakeExplanation } from './fake-model';

const contribution = (feature: keyof typeof FAKE_WEIGHTS, typical: number): string =>
  `least(${FAKE_MOST}, greatest(-${FAKE_MOST}, ${FAKE_WEIGHTS[feature]} * (${feature} - ${typical})))`;

/** The fake model's formula in SQL. */
export const FAKE_PROBABILITY = `least(0.999, ${FAKE_BASE} + ${contribution('recency_days', 200)} + ${contribution('frequency', 1)} + ${contribution('monetary', 120)})`;

/** What a customer is worth in the fake: always the mean order. */
export const fakeValue = (frequency: number, monetary: number): number => monetary / frequency;

let tables = 0;

/** Scores by the fake model's formula, once for each day and configuration; the tables stay. */
export function fakeScorer(model: ServedModel): Scorer {
  const known = new Map<string, Promise<ScoredCustomers>>();
  const scored: Scorer['scored'] = async (request, use) => {
    const failed = model.gates.find(({ passed, hard }) => hard && !passed);
    if (failed) throw new NoScoreError(failed.message);
    const key = JSON.stringify([request.asOf, request.settings]);
    const made = known.get(key) ?? score(request, model);
    known.set(key, made);
    return use(await made);
  };
  return {
    modelId: () => model.facts.id,
    model: () => model,
    valueIfReturns: fakeValue,
    scored,
    totals: (request) => scored(request, ({ table }) => request.engine.rows(totalsOf(table))),
    probabilityOf: (customerKey, request) =>
      scored(request, async (customers) => {
        const { customerKeys } = await customers.matrix();
        return (await customers.probabilities())[positionOf(customerKeys, customerKey)];
      }),
  };
}

async function score({ engine, asOf, settings, snapshot }: ScoreRequest, model: ServedModel): Promise<ScoredCustomers> {
  const table = `memory.main.fake_scores_${++tables}`;
  const { high, low } = settings.riskBands;
  const odds = `((1 - p) / p) / (${1 - FAKE_BASE} / ${FAKE_BASE})`;
  await snapshot((customers) =>
    engine.run(`CREATE TABLE ${table} AS
      SELECT
        * EXCLUDE (p),
        p AS churn_probability,
        ${odds} AS relative_odds,
        (CASE WHEN ${odds} <= ${high} THEN 'high' WHEN ${odds} >= ${low} THEN 'low' ELSE 'medium' END)
          ::ENUM ('high', 'medium', 'low') AS band,
        monetary / frequency AS value_if_returns,
        monetary / frequency * (1 - p) AS expected_revenue,
        monetary / frequency * p AS revenue_at_risk,
        (row_number() OVER (ORDER BY customer_key) - 1)::INTEGER AS matrix_row
      FROM (SELECT *, ${FAKE_PROBABILITY} AS p FROM ${customers})`),
  );
  const rows = await engine.rows(
    `SELECT customer_key, ${FAKE_FEATURES.join(', ')} FROM ${table} ORDER BY customer_key`,
  );
  const matrix: FeatureMatrix = {
    cut: asOf,
    names: FAKE_FEATURES,
    length: rows.length,
    customerKeys: Int32Array.from(rows, (row) => Number(row.customer_key)),
    columns: FAKE_FEATURES.map((feature) => Float64Array.from(rows, (row) => Number(row[feature]))),
  };
  return {
    asOf,
    table,
    model,
    matrix: () => Promise.resolve(matrix),
    probabilities: async () => {
      const scores = await engine.rows(`SELECT churn_probability AS p FROM ${table} ORDER BY matrix_row`);
      return Float64Array.from(scores, ({ p }) => Number(p));
    },
    explain: (wanted) =>
      Promise.resolve(
        Array.from(wanted, (row) => fakeExplanation(matrix.columns.map((column) => column[row] ?? Number.NaN))),
      ),
  };
}
