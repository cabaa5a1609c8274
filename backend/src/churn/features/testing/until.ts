import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { SOURCES, SOURCE_TABLES, type SourceTable } from '../../../warehouse/load/sources';

/**
 * Writes the files of a shop as they could have been at the end of the day `cut`: no order, payment or review that came
 * later, and of the orders before it no approval, handing over or delivery that did. An order that is no purchase keeps
 * its status, since who is a customer rests on it; of all others the final status is taken away. No reviews, no file.
 */
export async function writeShopUntil(data: string, out: string, cut: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const table of SOURCE_TABLES) {
      await connection.run(
        `CREATE TABLE ${table} AS
         SELECT * FROM read_csv('${sourceFile(data, table)}', all_varchar = true, header = true, quote = '"', escape = '"')`,
      );
    }
    for (const table of SOURCE_TABLES) {
      const select = selections(cut)[table] ?? `SELECT * FROM ${table}`;
      const rows = (await connection.runAndReadAll(`SELECT 1 FROM (${select}) LIMIT 1`)).currentRowCount;
      if (rows > 0 || table !== 'order_reviews')
        await connection.run(`COPY (${select}) TO '${join(out, `${SOURCES[table].file}.csv`)}' (HEADER)`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function selections(cut: string): Partial<Record<SourceTable, string>> {
  const end = `'${cut} 23:59:59.999'`;
  const known = (column: string) => `CASE WHEN ${column} <= ${end} THEN ${column} END AS ${column}`;
  const ordersOf = (column: string) =>
    `(SELECT ${column} FROM orders WHERE order_purchase_timestamp <= ${end} AND ${column} IS NOT NULL)`;
  return {
    orders: `
      SELECT * REPLACE (
        CASE WHEN order_status IN ('canceled', 'unavailable') THEN order_status ELSE 'processing' END AS order_status,
        ${known('order_approved_at')},
        ${known('order_delivered_carrier_date')},
        ${known('order_delivered_customer_date')}
      )
      FROM orders WHERE order_purchase_timestamp <= ${end}`,
    customers: `SELECT * FROM customers WHERE customer_id IN ${ordersOf('customer_id')}`,
    order_items: `SELECT * FROM order_items WHERE order_id IN ${ordersOf('order_id')}`,
    order_payments: `SELECT * FROM order_payments WHERE order_id IN ${ordersOf('order_id')}`,
    order_reviews: `
      SELECT * FROM order_reviews WHERE order_id IN ${ordersOf('order_id')} AND review_answer_timestamp <= ${end}`,
  };
}

function sourceFile(data: string, table: SourceTable): string {
  const paths = ['csv', 'csv.gz'].map((end) => join(data, `${SOURCES[table].file}.${end}`));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`There is no ${paths.join(' or ')}.`);
  return found;
}
