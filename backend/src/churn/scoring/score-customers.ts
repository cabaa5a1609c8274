import { setImmediate } from 'node:timers/promises';
import type { BandThresholds } from '../../contract';
import { bandOf, returnOdds, RISK_BANDS } from '../../contract';
import type { FeatureMatrix } from '../features/matrix';
import { churnProbabilities, type ChurnModel } from '../model/churn-model';
import { valuesIfReturning } from '../value';

/** Scores of customers, an entry per row of the matrix. Money in the shop's currency. */
export interface Scores {
  churnProbability: Float64Array;
  /** Position in RISK_BANDS. */
  band: Uint8Array;
  relativeOdds: Float64Array;
  valueIfReturns: Float64Array;
  expectedRevenue: Float64Array;
  revenueAtRisk: Float64Array;
}

/** Rows scored in one go: some ten milliseconds, after which other questions get their turn. */
const ROWS_AT_ONCE = 4_096;

/** Scores all customers of a matrix, in pieces between which other work goes on. */
export async function scoreCustomers(
  model: ChurnModel,
  matrix: FeatureMatrix,
  baseRate: number,
  bands: BandThresholds,
): Promise<Scores> {
  const churnProbability = new Float64Array(matrix.length);
  for (let from = 0; from < matrix.length; from += ROWS_AT_ONCE) {
    const to = Math.min(matrix.length, from + ROWS_AT_ONCE);
    const columns = matrix.columns.map((column) => column.subarray(from, to));
    churnProbability.set(churnProbabilities(model, columns), from);
    await setImmediate();
  }
  const valueIfReturns = valuesIfReturning(model.value, matrix);
  return {
    churnProbability,
    band: Uint8Array.from(churnProbability, (churn) => RISK_BANDS.indexOf(bandOf(churn, baseRate, bands))),
    relativeOdds: churnProbability.map((churn) => returnOdds(churn, baseRate)),
    valueIfReturns,
    expectedRevenue: valueIfReturns.map((value, row) => value * (1 - churnProbability[row]!)),
    revenueAtRisk: valueIfReturns.map((value, row) => value * churnProbability[row]!),
  };
}
