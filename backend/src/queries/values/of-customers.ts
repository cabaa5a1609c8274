import { bandStyle, cityName, RISK_BANDS, segmentName, SEGMENTS, type ValuesQuery } from '../../contract';
import type { QueryContext } from '../context';
import { shownId } from '../customer-ids';
import { bind, customerCondition, hasFilters, where, type Condition } from '../filters';
import { pageConditions } from '../page';
import { withCustomers } from '../scope';
import { fill } from '../template';
import { inRange } from './in-range';
import type { Value } from './value-frame';
import customersSql from './customers.sql';
import judgedSql from './judged.sql';

const DEFAULT_CUSTOMERS = 500;

/**
 * Customers at the as-of date, those who have paid most first: their id, which is short for callers who may see no more,
 * and where they live and in which segment they are.
 */
export function customerValues(query: ValuesQuery, context: QueryContext): Promise<Value[]> {
  return withCustomers(query, context, async (customers) => {
    const conditions = [
      ...customerConditions(query, context),
      ...pageConditions({ search: query.search }, context.fullIds),
    ];
    const sql = fill(customersSql, {
      id: shownId('customer_id', context.fullIds),
      customers,
      where: where(...conditions.map((one) => one.sql)),
    });
    const bound = bind({ limit: query.limit ?? DEFAULT_CUSTOMERS }, ...conditions);
    const rows = await context.engine.rows(sql, bound, context.signal);
    return rows.map(({ id, city, state, segment }) => ({
      value: String(id),
      text: `${String(id)} · ${cityName(String(city))}, ${String(state)} · ${segmentName(String(segment), context.language)}`,
    }));
  });
}

/** What customers can be judged to be: all there is, or, where the query is narrowed, what its customers are. */
export async function judgedValues(
  query: ValuesQuery,
  dimension: 'segment' | 'band',
  context: QueryContext,
): Promise<Value[]> {
  const all: Value[] =
    dimension === 'segment'
      ? SEGMENTS.map((value) => ({ value, text: segmentName(value, context.language) }))
      : RISK_BANDS.map((value) => ({ value, text: bandStyle(value, context.language).label }));
  const sought = query.search?.trim().toLowerCase() ?? '';
  const found = all.filter(({ text }) => text.toLowerCase().includes(sought)).slice(0, query.limit);
  if (!hasFilters(query) && (query.within ?? 'all_time') === 'all_time') return found;
  const some = await judgedToBe(query, dimension, context);
  return found.filter(({ value }) => some.has(value));
}

function judgedToBe(query: ValuesQuery, dimension: 'segment' | 'band', context: QueryContext): Promise<Set<string>> {
  const use = async (customers: string): Promise<Set<string>> => {
    const conditions = customerConditions(query, context);
    const sql = fill(judgedSql, { dimension, customers, where: where(...conditions.map((one) => one.sql)) });
    const rows = await context.engine.rows(sql, bind({}, ...conditions), context.signal);
    return new Set(rows.map(({ value }) => String(value)));
  };
  if (dimension === 'band') return context.scored(context.asOf, ({ table }) => use(table));
  return withCustomers(query, context, use);
}

function customerConditions(query: ValuesQuery, context: QueryContext): Condition[] {
  const { sql, parameters } = inRange(query, context);
  const bought = sql === '' ? sql : `customer_key IN (SELECT customer_key FROM fct_sales WHERE ${sql})`;
  return [customerCondition(query, context.asOf), { sql: bought, parameters }];
}
