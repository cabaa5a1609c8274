import { labelOf, type CustomersQuery, type CustomerSort, type FieldConfig, type Frame } from '../contract';
import { noData } from '../frames';
import { asksForMoves, movedConditions, withMoved } from './base/moved-customers';
import { pastConditions } from './base/past';
import type { QueryContext } from './context';
import { shownId } from './customer-ids';
import { bind, customerCondition, where, type Condition } from './filters';
import { pageBounds, pageConditions, pageNotices } from './page';
import { withCustomers } from './scope';
import { fill } from './template';
import customersSql from './sql/customers.sql';

/** SQL of what the list can be sorted by. */
const SORT_SQL: Record<CustomerSort, string> = {
  customer: 'customer_id',
  state: 'state',
  last_order: 'last_order',
  recency_days: 'recency_days',
  frequency: 'frequency',
  monetary: 'monetary',
  segment: 'segment',
  status: 'status',
};

const CONFIG: Record<string, FieldConfig> = {
  segment_before: { description: 'The segment at the day from which moves are counted.' },
  recency_days: { unit: 'none', description: 'Days from the last purchase to the as-of date.' },
  frequency: { description: 'Days with a purchase.' },
  monetary: { unit: 'currencyBRL', decimals: 2, description: 'All that the customer has paid for purchases.' },
  recency_score: { description: '1 (longest ago) to 5 (most recent).' },
  frequency_score: { description: '1 (bought on one day only) to 5 (most often).' },
  monetary_score: { description: '1 (least) to 5 (most).' },
};

/** How the list is sorted, as SQL: who paid most first unless said otherwise. */
export const customerOrder = ({ sort = 'monetary', descending = true }: CustomersQuery): string =>
  `${SORT_SQL[sort]} ${descending ? 'DESC' : 'ASC'}`;

/** Which customers there are: SQL that can stand behind FROM, a column more, and what is bound. */
type Source = Condition & { before: string };

/** One row per customer at the as-of date, sorted and paged; those who moved with the segment that they come from. */
export function customers(query: CustomersQuery, context: QueryContext): Promise<Frame[]> {
  return withCustomers(query, context, (table) => {
    if (!asksForMoves(query)) return listed(query, context, { sql: table, parameters: {}, before: '' });
    return withMoved(table, query.movedDays, context, ({ sql, parameters }) =>
      listed(query, context, { sql, parameters, before: 'segment_before,\n  ' }),
    );
  });
}

async function listed(query: CustomersQuery, context: QueryContext, source: Source): Promise<Frame[]> {
  const conditions = [
    customerCondition(query, context.asOf),
    ...pastConditions(query, context),
    ...pageConditions(query, context.fullIds),
    ...movedConditions(query),
  ];
  const sql = fill(customersSql, {
    customer_id: shownId('customer_id', context.fullIds),
    before: source.before,
    customers: source.sql,
    where: where(...conditions.map((one) => one.sql)),
    order: customerOrder(query),
  });
  const bound = bind(pageBounds(query), source, ...conditions);
  const { columns, length } = await context.engine.columns(sql, bound, context.signal);
  if (length === 0) return [noData('customers', 'table')];
  return [
    {
      name: 'customers',
      meta: {
        type: 'table',
        preferredVisualisationType: 'table',
        notices: pageNotices(query, length, context.language),
      },
      fields: columns.map((column) => ({
        column,
        config: { ...CONFIG[column.name], displayNameFromDS: labelOf(column.name) },
      })),
    },
  ];
}
