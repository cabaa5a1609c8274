import { setImmediate } from 'node:timers/promises';
import type { BandThresholds } from '../../contract';
import { bandOf, returnOdds, RISK_BANDS } from '../../contract';
import type { FeatureMatrix } from '../features/matrix';
import { churnProbabilities, type ChurnModel } from '../model/churn-model';
import { valuesIfReturning } from '../value';
import type { DayScores } from './files/day-scores';

/** What the model says of customers, an entry for each. Money in the shop's currency. */
export type Said = Pick<DayScores, 'churnProbability' | 'valueIfReturns'>;

/** Scores of customers, an entry per row of the matrix. Money in the shop's currency. */
export interface Scores extends Said {
  /** Position in RISK_BANDS. */
  band: Uint8Array;
  relativeOdds: Float64Array;
  expectedRevenue: Float64Array;
  revenueAtRisk: Float64Array;
}

/** Rows scored in one go: some ten milliseconds, after which other questions get their turn. */
const ROWS_AT_ONCE = 1_024;

/** Scores all customers of a matrix, in pieces between which other work goes on. */
export async function scoreCustomers(
  model: ChurnModel,
  matrix: FeatureMatrix,
  baseRate: number,
  bands: BandThresholds,
): Promise<Scores> {
  return judge(await sayOf(model, matrix), baseRate, bands);
}

/** What the model says of all customers of a matrix, in pieces between which other work goes on. */
export async function sayOf(model: ChurnModel, matrix: FeatureMatrix): Promise<Said> {
  const churnProbability = new Float64Array(matrix.length);
  for (let from = 0; from < matrix.length; from += ROWS_AT_ONCE) {
    const to = Math.min(matrix.length, from + ROWS_AT_ONCE);
    const columns = matrix.columns.map((column) => column.subarray(from, to));
    churnProbability.set(churnProbabilities(model, columns), from);
    await setImmediate();
  }
  return { churnProbability, valueIfReturns: valuesIfReturning(model.value, matrix) };
}

/** What follows from it for the bands that are set. */
export function judge({ churnProbability, valueIfReturns }: Said, baseRate: number, bands: BandThresholds): Scores {
  return {
    churnProbability,
    band: Uint8Array.from(churnProbability, (churn) => RISK_BANDS.indexOf(bandOf(churn, baseRate, bands))),
    relativeOdds: churnProbability.map((churn) => returnOdds(churn, baseRate)),
    valueIfReturns,
    expectedRevenue: valueIfReturns.map((value, row) => value * (1 - churnProbability[row]!)),
    revenueAtRisk: valueIfReturns.map((value, row) => value * churnProbability[row]!),
  };
}
