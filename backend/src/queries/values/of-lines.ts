import { categoryName, cityName, paymentTypeName, type ValueDimension, type ValuesQuery } from '../../contract';
import type { QueryContext } from '../context';
import { ownNames } from '../in-language/category-labels';
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

/** Dimensions of few values, whose names have little to do with these: a search looks at both. */
const NAMED: readonly LineDimension[] = ['category', 'payment_type'];

/** The values that a dimension of what was sold takes, with the purchases of each, in alphabetical order. */
export function lineValues(query: ValuesQuery, dimension: LineDimension, context: QueryContext): Promise<Value[]> {
  return withCustomersIfNeeded(query, context, async (customers) => {
    const column = LINE_COLUMN[dimension];
    const byName = NAMED.includes(dimension) && (query.search ?? '').trim() !== '';
    const sought = byName ? { sql: '', parameters: {} } : holdsText(column, query);
    const conditions = [lineCondition(query, customers), inRange(query, context), sought];
    const sql = fill(valuesSql, { column, where: where(...conditions.map((one) => one.sql)) });
    const { limit = MAX_VALUES } = query;
    const bound = bind({ limit: byName ? MAX_VALUES : limit }, ...conditions);
    const rows = await context.engine.rows(sql, bound, context.signal);
    const text = await textReader(dimension, context);
    const values = rows.map((row) => ({
      value: String(row.value),
      text: text(String(row.value)),
      orders: Number(row.orders),
    }));
    const shown = byName ? mostFrequent(values.filter(holds(query.search ?? '')), limit) : values;
    return shown.toSorted((one, other) => one.text.localeCompare(other.text, context.language));
  });
}

const mostFrequent = (values: readonly Required<Value>[], limit: number): Required<Value>[] =>
  values.toSorted((one, other) => other.orders - one.orders).slice(0, limit);

/** True for values whose key or name holds the text, in small or capital letters, with or without accents. */
function holds(search: string): (value: Value) => boolean {
  const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const sought = plain(search.trim());
  return ({ value, text }) => plain(value).includes(sought) || plain(text).includes(sought);
}

/** What the values are shown as. */
async function textReader(
  dimension: LineDimension,
  { engine, generation, language }: QueryContext,
): Promise<(value: string) => string> {
  if (dimension === 'city') return cityName;
  if (dimension === 'payment_type') return (value) => paymentTypeName(value, language);
  if (dimension !== 'category') return (value) => value;
  const own = await ownNames(engine, generation, language);
  return (value) => categoryName(value, language, own.get(value));
}

/** Values that hold the text that is searched for, in small or capital letters. */
export function holdsText(column: string, { search = '' }: ValuesQuery): Condition {
  if (search.trim() === '') return { sql: '', parameters: {} };
  return { sql: `contains(lower(${column}), lower($search))`, parameters: { search: search.trim() } };
}
