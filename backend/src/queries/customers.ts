import {
  labelOf,
  type CustomersQuery,
  type CustomerSort,
  type FieldConfig,
  type Frame,
  type Notice,
} from '../contract';
import { noData } from '../frames';
import type { SqlParameters } from '../warehouse/engine';
import type { QueryContext } from './context';
import { bind, customerCondition, where } from './filters';
import { fill } from './template';
import customersSql from './sql/customers.sql';

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
  recency_days: { unit: 'none', description: 'Days from the last purchase to the as-of date.' },
  frequency: { description: 'Days with a purchase.' },
  monetary: { unit: 'currencyBRL', decimals: 2, description: 'All that the customer has paid for purchases.' },
  recency_score: { description: '1 (longest ago) to 5 (most recent).' },
  frequency_score: { description: '1 (bought on one day only) to 5 (most often).' },
  monetary_score: { description: '1 (least) to 5 (most).' },
};

/** How many characters of an id remain for callers who may not see it whole: enough to tell rows apart. */
const SHORT_ID = 8;
const DEFAULT_LIMIT = 100;

/** One row per customer at the as-of date, sorted and paged. */
export function customers(query: CustomersQuery, context: QueryContext): Promise<Frame[]> {
  return context.snapshot(context.asOf, async (snapshot) => {
    const kept = customerCondition(query.filters ?? {}, context.asOf);
    const searched = searchCondition(query, context.fullIds);
    const sql = fill(customersSql, {
      customer_id: context.fullIds ? 'customer_id' : `left(customer_id, ${SHORT_ID}) || '…'`,
      snapshot,
      where: where(kept.sql, ...searched.sql),
      order: `${SORT_SQL[query.sort ?? 'monetary']} ${(query.descending ?? true) ? 'DESC' : 'ASC'}`,
    });
    const own: SqlParameters = {
      limit: query.limit ?? DEFAULT_LIMIT,
      offset: query.offset ?? 0,
      ...searched.parameters,
    };
    const { columns, length } = await context.engine.columns(sql, bind(own, kept), context.signal);
    if (length === 0) return [noData('customers', 'table')];
    return [
      {
        name: 'customers',
        meta: { type: 'table', preferredVisualisationType: 'table', notices: pageNotice(query, length) },
        fields: columns.map((column) => ({
          column,
          config: { ...CONFIG[column.name], displayNameFromDS: labelOf(column.name) },
        })),
      },
    ];
  });
}

function searchCondition(
  { search, status }: CustomersQuery,
  fullIds: boolean,
): { sql: string[]; parameters: SqlParameters } {
  const sql: string[] = [];
  const parameters: Record<string, string | readonly string[]> = {};
  const wanted = searchText(search, fullIds);
  if (wanted !== '') {
    sql.push('starts_with(customer_id, $search)');
    parameters.search = wanted;
  }
  if (status && status.length > 0) {
    sql.push('status IN (SELECT unnest($status::VARCHAR[]))');
    parameters.status = status;
  }
  return { sql, parameters };
}

function pageNotice(query: CustomersQuery, length: number): Notice[] | undefined {
  const limit = query.limit ?? DEFAULT_LIMIT;
  if (length < limit) return undefined;
  const offset = query.offset ?? 0;
  return [
    {
      severity: 'info',
      text: `Rows ${offset + 1} to ${offset + length}: there may be more. Raise the limit or the offset to see them.`,
    },
  ];
}

/** Who sees shortened ids may search by as much of an id as they see, and not find out the rest by trying. */
function searchText(search: string | undefined, fullIds: boolean): string {
  const wanted = search?.trim().replace(/…$/, '') ?? '';
  return fullIds ? wanted : wanted.slice(0, SHORT_ID);
}
