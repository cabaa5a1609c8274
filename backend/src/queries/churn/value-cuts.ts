import { QueryError, VALUE_QUANTILES, type ValueAtRiskQuery, type ValueBasis, type ValueClass } from '../../contract';
import type { QueryContext } from '../context';
import type { Condition } from '../filters';
import { fill } from '../template';
import valueCutsSql from './sql/value-cuts.sql';

/** Amounts (R$) from which a customer is of high and of medium value. */
export interface ValueCuts {
  high: number;
  medium: number;
}

/** The column of a scored table that each basis reads. */
export const VALUE_SQL: Record<ValueBasis, string> = {
  monetary: 'monetary',
  value_if_returns: 'value_if_returns',
};

/**
 * Where the classes of value begin: at the amounts of the query, else at quantiles of all customers of a scored table, so that
 * a filter moves nobody from one class to another. An amount that the query names moves a quantile that is on its wrong side.
 *
 * @throws QueryError where high value would begin below medium value
 */
export async function valueCuts(
  query: Pick<ValueAtRiskQuery, 'value' | 'highFrom' | 'mediumFrom'>,
  table: string,
  context: QueryContext,
): Promise<ValueCuts> {
  const { value = 'monetary', highFrom, mediumFrom } = query;
  if (highFrom !== undefined && mediumFrom !== undefined) {
    if (highFrom >= mediumFrom) return { high: highFrom, medium: mediumFrom };
    throw new QueryError(
      `highFrom (${highFrom}) must be at least mediumFrom (${mediumFrom}): high value begins above medium value.`,
    );
  }
  const sql = fill(valueCutsSql, { value: VALUE_SQL[value], customers: table });
  const bound = { high_quantile: VALUE_QUANTILES.high, medium_quantile: VALUE_QUANTILES.medium };
  const [row] = await context.engine.rows(sql, bound, context.signal);
  const [high, medium] = [cents(row?.high_from), cents(row?.medium_from)];
  if (highFrom !== undefined) return { high: highFrom, medium: Math.min(medium, highFrom) };
  return mediumFrom === undefined ? { high, medium } : { high: Math.max(high, mediumFrom), medium: mediumFrom };
}

/** What is shown is what counts: amounts are rounded to cents before anybody is judged by them. */
const cents = (amount: unknown): number => Math.round(Number(amount ?? 0) * 100) / 100;

const IN_CLASS: Record<ValueClass, string> = {
  high_value: '(monetary > 0 AND monetary >= $high_from::DOUBLE)',
  medium_value: '(monetary > 0 AND monetary >= $medium_from::DOUBLE AND monetary < $high_from::DOUBLE)',
  low_value: '(monetary <= 0 OR monetary < least($medium_from::DOUBLE, $high_from::DOUBLE))',
};

/** Customers of one class, by what they have paid. */
export function inClass(value: ValueClass, { high, medium }: ValueCuts): Condition {
  const bound = { high_from: high, medium_from: medium };
  const used = Object.entries(bound).filter(([name]) => IN_CLASS[value].includes(`$${name}`));
  return { sql: IN_CLASS[value], parameters: Object.fromEntries(used) };
}
