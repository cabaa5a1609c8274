import { ORDER_COLUMNS, type Frame } from '../../../contract';
import type { QueryContext } from '../../context';
import { shownId } from '../../customer-ids';
import { fill } from '../../template';
import { tableOf, type CellKind } from '../cells';
import ordersSql from '../sql/orders.sql';

const KINDS: Record<(typeof ORDER_COLUMNS)[number], CellKind> = {
  time: 'time',
  order_id: 'text',
  status: 'text',
  value: 'number',
  items: 'number',
  categories: 'text',
  delivered: 'time',
  days_late: 'number',
  review_score: 'number',
};

/**
 * The customer's orders up to the as-of day, newest first, with deliveries and reviews as known by then. Order ids are
 * shortened with the customers': one leads to the other.
 */
export async function ordersFrame(customerKey: number, context: QueryContext): Promise<Frame> {
  const sql = fill(ordersSql, { order_id: shownId('o.order_id', context.fullIds) });
  const rows = await context.engine.rows(sql, { customer_key: customerKey, as_of: context.asOf }, context.signal);
  const orders = rows.map((row) => Object.fromEntries(ORDER_COLUMNS.map((name) => [name, row[name] ?? null])));
  return tableOf('orders', ORDER_COLUMNS, KINDS, orders as Record<(typeof ORDER_COLUMNS)[number], string | null>[]);
}
