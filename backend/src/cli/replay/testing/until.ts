import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { SOURCES, SOURCE_TABLES, type SourceTable } from '../../../warehouse/load/sources';

/**
 * Writes the files of a shop as they were when a day began: no order, payment or review that came later, and of the
 * orders before it no approval, handing over or delivery that did. An order of which anything came later is "created".
 */
export async function writeShopBefore(data: string, out: string, day: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const table of SOURCE_TABLES) {
      const path = ['csv', 'csv.gz'].map((end) => join(data, `${SOURCES[table].file}.${end}`)).find(existsSync);
      if (path === undefined) continue;
      await connection.run(
        `CREATE TABLE ${table} AS SELECT * FROM read_csv('${path}', all_varchar = true, header = true, quote = '"', escape = '"')`,
      );
      const select = selections(day)[table] ?? `SELECT * FROM ${table}`;
      await connection.run(`COPY (${select}) TO '${join(out, `${SOURCES[table].file}.csv`)}' (HEADER)`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function selections(day: string): Partial<Record<SourceTable, string>> {
  const end = `'${day} 00:00:00'`;
  const known = (column: string) => `CASE WHEN ${column} < ${end} THEN ${column} END AS ${column}`;
  const before = `(SELECT order_id FROM orders WHERE order_purchase_timestamp < ${end})`;
  const times = ['order_approved_at', 'order_delivered_carrier_date', 'order_delivered_customer_date'];
  return {
    orders: `SELECT * REPLACE (
        CASE WHEN greatest(order_purchase_timestamp, ${times.join(', ')}) < ${end}
          THEN order_status ELSE 'created' END AS order_status,
        ${times.map(known).join(', ')})
      FROM orders WHERE order_purchase_timestamp < ${end}`,
    order_items: `SELECT * FROM order_items WHERE order_id IN ${before}`,
    order_payments: `SELECT * FROM order_payments WHERE order_id IN ${before}`,
    order_reviews: `SELECT * FROM order_reviews WHERE order_id IN ${before} AND review_answer_timestamp < ${end}`,
  };
}
