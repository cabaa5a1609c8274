import { DuckDBInstance } from '@duckdb/node-api';
import { join } from 'node:path';

/** The eight key figures. */
export interface Figures {
  revenue: number;
  orders: number;
  customers: number;
  averageOrder: number;
  repeatRate: number;
  churnedShare: number;
  reviewScore: number;
  onTime: number;
}

interface Question {
  /** Days, both included; the last is the as-of day. */
  from: string;
  to: string;
  states?: readonly string[];
}

/**
 * The key figures straight from the CSV files, by SQL that shares nothing with the product's own: the definitions are those
 * that the dashboard's descriptions give, from what was known by the end of the last day: deliveries and reviews that came
 * later do not count yet. With states, repeat rate and churned share are those of the orders there.
 */
export async function figuresIn(folder: string, question: Question): Promise<Figures> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(sql(folder, question));
    const row = reader.getRowObjectsJson()[0];
    if (!row) throw new Error('The files answer nothing.');
    const number = (name: keyof Figures): number => Number(row[name]);
    return {
      revenue: number('revenue'),
      orders: number('orders'),
      customers: number('customers'),
      averageOrder: number('averageOrder'),
      repeatRate: number('repeatRate'),
      churnedShare: number('churnedShare'),
      reviewScore: number('reviewScore'),
      onTime: number('onTime'),
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The states, largest revenue first, with what was paid there in all. */
export async function revenueByState(folder: string, { from, to }: Question): Promise<[string, number][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(`
      SELECT c.customer_state AS state, sum(p.payment_value::DECIMAL(18, 2))::DOUBLE AS revenue
      FROM ${csv(folder, 'orders')} o
      JOIN ${csv(folder, 'customers')} c USING (customer_id)
      JOIN ${csv(folder, 'order_payments')} p USING (order_id)
      WHERE o.order_status NOT IN ('canceled', 'unavailable') AND ${within('o.order_purchase_timestamp', from, to)}
      GROUP BY ALL ORDER BY revenue DESC`);
    return reader.getRowsJson().map(([state, revenue]) => [String(state), Number(revenue)]);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function sql(folder: string, { from, to, states }: Question): string {
  const there = states ? `AND customer_state IN (${states.map((state) => `'${state}'`).join(', ')})` : '';
  return `
    WITH purchases AS (
      SELECT order_id, customer_unique_id AS person, order_purchase_timestamp::TIMESTAMP AS bought,
        try_cast(order_delivered_customer_date AS TIMESTAMP) AS delivered,
        order_estimated_delivery_date::TIMESTAMP::DATE AS promised
      FROM ${csv(folder, 'orders')} JOIN ${csv(folder, 'customers')} USING (customer_id)
      WHERE order_status NOT IN ('canceled', 'unavailable') ${there}
    ),
    paid AS (SELECT order_id, sum(payment_value::DECIMAL(18, 2)) AS money FROM ${csv(folder, 'order_payments')} GROUP BY 1),
    reviewed AS (
      SELECT order_id, avg(review_score::INT) AS score, min(review_answer_timestamp::TIMESTAMP) AS answered
      FROM ${csv(folder, 'order_reviews')} GROUP BY 1
    ),
    inside AS (
      SELECT * FROM purchases LEFT JOIN paid USING (order_id) LEFT JOIN reviewed USING (order_id)
      WHERE ${within('bought', from, to)}
    ),
    people AS (
      SELECT person, count(*) AS orders, max(bought)::DATE AS last FROM purchases WHERE bought::DATE <= DATE '${to}' GROUP BY 1
    )
    SELECT sum(money)::DOUBLE AS revenue, count(*)::DOUBLE AS orders, count(DISTINCT person)::DOUBLE AS customers,
      sum(money)::DOUBLE / count(*) AS "averageOrder", avg(score) FILTER (answered < DATE '${to}' + 1) AS "reviewScore",
      avg((delivered::DATE <= promised)::INT) FILTER (delivered < DATE '${to}' + 1) AS "onTime",
      (SELECT avg((orders > 1)::INT) FROM people) AS "repeatRate",
      (SELECT avg((DATE '${to}' - last >= 180)::INT) FROM people) AS "churnedShare"
    FROM inside`;
}

function within(column: string, from: string, to: string): string {
  return `${column}::TIMESTAMP >= '${from}' AND ${column}::TIMESTAMP < DATE '${to}' + 1`;
}

function csv(folder: string, table: string): string {
  return `read_csv('${join(folder, `olist_${table}_dataset.csv`)}', header = true, all_varchar = true, quote = '"', escape = '"')`;
}
