import { RISK_BANDS, SEGMENTS, type Frame, type ValueDimension, type ValuesQuery } from '../contract';
import { noData, numberColumn, textColumn } from '../frames';
import type { QueryContext } from './context';
import { bind, lineCondition, where } from './filters';
import { withCustomersIfNeeded } from './scope';
import { fill } from './template';
import valuesSql from './sql/values.sql';

/** Columns of `fct_sales` with the dimensions' values. */
export const COLUMN: Record<Exclude<ValueDimension, 'segment' | 'band'>, string> = {
  state: 'state',
  city: 'city',
  category: 'category',
  payment_type: 'payment_type',
  seller: 'seller_id',
};

/** Most values that a drop-down can reasonably hold. */
export const MAX_VALUES = 5_000;

/** The values of a dimension with the number of purchases of each, in alphabetical order, for dashboard variables. */
export async function values(query: ValuesQuery, context: QueryContext): Promise<Frame[]> {
  const dimension = query.dimension ?? 'state';
  if (dimension === 'segment') return [frameOf([...SEGMENTS], [])];
  if (dimension === 'band') return [frameOf([...RISK_BANDS], [])];
  return withCustomersIfNeeded(query, context, async (customers) => {
    const lines = lineCondition(query, customers);
    const sql = fill(valuesSql, { column: COLUMN[dimension], where: where(lines.sql) });
    const rows = await context.engine.rows(sql, bind({ limit: MAX_VALUES }, lines), context.signal);
    if (rows.length === 0) return [noData('values', 'table')];
    return [
      frameOf(
        rows.map((row) => String(row.value)),
        rows.map((row) => Number(row.orders)),
      ),
    ];
  });
}

function frameOf(names: string[], orders: number[]): Frame {
  return {
    name: 'values',
    meta: { type: 'table' },
    fields: [
      { column: textColumn('text', names) },
      { column: textColumn('value', names) },
      ...(orders.length > 0 ? [{ column: numberColumn('orders', orders) }] : []),
    ],
  };
}
