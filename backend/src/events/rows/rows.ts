import { EVENT_TYPES, ORDER_EVENT_TYPES, ORDER_STATUSES } from '../../contract';
import { literal } from '../../warehouse/duckdb/sql';
import customerEvents from './sql/customer_events.sql';
import customers from './sql/customers.sql';
import orderItems from './sql/order_items.sql';
import orderPayments from './sql/order_payments.sql';
import orderReviews from './sql/order_reviews.sql';
import orders from './sql/orders.sql';
import products from './sql/products.sql';
import sellers from './sql/sellers.sql';

const TEMPLATES = {
  customers,
  orders,
  order_items: orderItems,
  order_payments: orderPayments,
  order_reviews: orderReviews,
  products,
  sellers,
  customer_events: customerEvents,
} as const;

/** What events become rows of: tables in the shape of the shop's own files, and `customer_events` for all else. */
export type RowTable = keyof typeof TEMPLATES;

export const ROW_TABLES = Object.keys(TEMPLATES) as RowTable[];

const STATUSES = `[${ORDER_STATUSES.map(literal).join(', ')}]`;
const NEWS_OF_ORDERS: readonly string[] = ORDER_EVENT_TYPES;
const BEHAVIOURS = EVENT_TYPES.filter((type) => !NEWS_OF_ORDERS.includes(type));

/**
 * The SELECT that turns events into rows of a table: the columns and types of the shop's file of that name (see
 * `SOURCES` in warehouse/load), each key once. It looks at all that it is given, in the order of `occurred_at`, then
 * `seq`: events that come late fall into their place, and giving the same ones again changes nothing.
 *
 * Rows of `orders` without `order_purchase_timestamp` are changes of orders that no event has placed: their columns,
 * where they are not null, go over those of the files; of two statuses the one further right in `ORDER_STATUSES` holds.
 * `customer_id` of an order and of its customer is made up (`event:<order>`): one from the files goes before it.
 *
 * Times in the bodies must be in UTC (`Z`), as the log writes them.
 *
 * To see some customers only, give a relation of theirs: a view, a table, or a SELECT in parentheses.
 *
 * @param events a relation with the columns of the log's `events` (seq, id, type, customer_id, order_id, occurred_at,
 * body) or more, as it stands in a FROM clause, e.g. `events` or `(SELECT * FROM events WHERE seq > 7) e`
 */
export function rowsSql(table: RowTable, events: string): string {
  return TEMPLATES[table]
    .replace(/^--.*$/gm, '')
    .trim()
    .replaceAll('{events}', () => events)
    .replaceAll('{statuses}', () => STATUSES)
    .replaceAll('{behaviours}', () => BEHAVIOURS.map(literal).join(', '));
}
