import type { ValueDimension, ValuesQuery } from '../../contract';
import type { QueryContext } from '../context';
import { bind, lineCondition, where, type Condition } from '../filters';
import { withCustomersIfNeeded } from '../scope';
import { fill } from '../template';
import { inRange } from './in-range';
import type { Value } from './value-frame';
import valuesSql from './values.sql';

/** Columns of `fct_sales` with the dimensions' values. */
export const LINE_COLUMN = {
  state: 'state',
  city: 'city',
  category: 'category',
  payment_type: 'payment_type',
  seller: 'seller_id',
} as const;
export type LineDimension = keyof typeof LINE_COLUMN;

/** True for a dimension of what was sold. */
export const isLineDimension = (dimension: ValueDimension): dimension is LineDimension =>
  Object.hasOwn(LINE_COLUMN, dimension);

/** Most values that a drop-down can reasonably hold. */
export const MAX_VALUES = 5_000;

/** The values that a dimension of what was sold takes, with the purchases of each, in alphabetical order. */
export function lineValues(query: ValuesQuery, dimension: LineDimension, context: QueryContext): Promise<Value[]> {
  return withCustomersIfNeeded(query, context, async (customers) => {
    const column = LINE_COLUMN[dimension];
    const conditions = [lineCondition(query, customers), inRange(query, context), holdsText(column, query)];
    const sql = fill(valuesSql, { column, where: where(...conditions.map((one) => one.sql)) });
    const bound = bind({ limit: query.limit ?? MAX_VALUES }, ...conditions);
    const rows = await context.engine.rows(sql, bound, context.signal);
    return rows.map((row) => ({ value: String(row.value), text: String(row.value), orders: Number(row.orders) }));
  });
}

/** Values that hold the text that is searched for, in small or capital letters. */
export function holdsText(column: string, { search = '' }: ValuesQuery): Condition {
  if (search.trim() === '') return { sql: '', parameters: {} };
  return { sql: `contains(lower(${column}), lower($search))`, parameters: { search: search.trim() } };
}
