import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { MadeEvent as Habit } from '../../../churn/features/testing/made-events';
import { SOURCES, type SourceTable } from '../../../warehouse/load/sources';
import { toRows } from '../../../warehouse/duckdb/rows';

/** An event as the log keeps it; times as DuckDB reads them. */
export interface MadeEvent {
  id: string;
  type: string;
  customer_id: string;
  order_id: string;
  occurred_at: string;
  body: string;
}

const READ: readonly SourceTable[] = ['customers', 'orders', 'order_items', 'order_payments', 'order_reviews'];

const utc = (column: string): string => `strftime(${column}, '%Y-%m-%dT%H:%M:%S.000Z')`;

/** What a shop's files say of the time after the day `cut` as events, in the order in which they happened. */
export async function laterEvents(data: string, cut: string): Promise<MadeEvent[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const table of READ) {
      const columns = Object.entries(SOURCES[table].columns).map(([name, type]) => `'${name}': '${type}'`);
      await connection.run(
        `CREATE VIEW ${table} AS SELECT * FROM read_csv('${join(data, SOURCES[table].file)}.csv*', header = true,
           quote = '"', escape = '"', columns = {${columns.join(', ')}})`,
      );
    }
    const rows = await toRows(await connection.run(eventsSql(cut)));
    return rows.map((row) => ({
      id: String(row.id),
      type: String(row.type),
      customer_id: String(row.customer_id),
      order_id: String(row.order_id),
      occurred_at: String(row.occurred_at),
      body: String(row.body),
    }));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The events with what customers did besides ordering after the day `cut`, in the order in which it happened. */
export function laterHabits(events: readonly MadeEvent[], habits: readonly Habit[], cut: string): MadeEvent[] {
  const later = habits
    .filter(({ occurred_at }) => occurred_at.slice(0, 10) > cut)
    .map(({ customer_unique_id, event_type, occurred_at }, i) => ({
      id: `habit:${i}`,
      type: event_type,
      customer_id: customer_unique_id,
      order_id: '',
      occurred_at,
      body: '{}',
    }));
  return [...events, ...later].sort((one, other) => (one.occurred_at < other.occurred_at ? -1 : 1));
}

function eventsSql(cut: string): string {
  const end = `TIMESTAMP '${cut}' + INTERVAL 1 DAY`;
  return `
    WITH o AS (SELECT * FROM orders JOIN customers USING (customer_id)),
    items AS (
      SELECT order_id, list({
        product_id: product_id, seller_id: seller_id, price: price, freight_value: freight_value,
        shipping_limit_at: ${utc('shipping_limit_date')}
      } ORDER BY order_item_id) AS items
      FROM order_items GROUP BY order_id
    ),
    payments AS (
      SELECT order_id, list({
        type: payment_type, instalments: payment_installments, value: payment_value, number: payment_sequential
      } ORDER BY payment_sequential) AS payments
      FROM order_payments GROUP BY order_id
    ),
    placed AS (
      SELECT 'placed:' || o.order_id AS id, 'order_placed' AS type, customer_unique_id, o.order_id,
        order_purchase_timestamp AS occurred_at,
        to_json({
          zip_prefix: customer_zip_code_prefix, city: customer_city, state: customer_state,
          items: coalesce(items, []), payments: coalesce(payments, []), status: order_status,
          estimated_delivery_at: ${utc('order_estimated_delivery_date')}
        }) AS body
      FROM o LEFT JOIN items USING (order_id) LEFT JOIN payments USING (order_id)
      WHERE order_purchase_timestamp >= ${end}
    ),
    paid AS (
      SELECT 'paid:' || order_id, 'order_paid', customer_unique_id, order_id, order_approved_at,
        to_json({status: 'created'})
      FROM o WHERE order_approved_at >= ${end}
    ),
    shipped AS (
      SELECT 'shipped:' || order_id, 'order_delivered', customer_unique_id, order_id, order_delivered_carrier_date,
        to_json({status: 'shipped'})
      FROM o WHERE order_delivered_carrier_date >= ${end}
    ),
    delivered AS (
      SELECT 'delivered:' || order_id, 'order_delivered', customer_unique_id, order_id, order_delivered_customer_date,
        to_json({status: 'delivered'})
      FROM o WHERE order_delivered_customer_date >= ${end}
    ),
    reviewed AS (
      SELECT 'reviewed:' || review_id || order_id, 'order_reviewed', customer_unique_id, order_id,
        review_answer_timestamp, to_json({score: review_score, review_id: review_id})
      FROM order_reviews JOIN o USING (order_id) WHERE review_answer_timestamp >= ${end}
    )
    SELECT id, type, customer_unique_id AS customer_id, order_id, occurred_at::VARCHAR AS occurred_at, body::VARCHAR AS body
    FROM (FROM placed UNION ALL FROM paid UNION ALL FROM shipped UNION ALL FROM delivered UNION ALL FROM reviewed)
    ORDER BY occurred_at, id`;
}
