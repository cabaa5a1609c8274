import { DuckDBInstance } from '@duckdb/node-api';
import { DEFAULT_SETTINGS } from '../../contract';
import { snapshotSelect, type SnapshotKey } from '../snapshot';

/** A customer: the days before the as-of day on which there was a purchase, and what each cost. */
export interface Bought {
  daysAgo: readonly number[];
  price?: number;
}

/** What a snapshot says of a customer. */
export interface Scored {
  recency: number;
  frequency: number;
  monetary: number;
  segment: string;
}

const AS_OF = '2018-06-30';

/** How a shop that has these customers alone scores them, in their order. */
export async function scoredAlone(
  customers: readonly Bought[],
  settings: SnapshotKey['settings'] = DEFAULT_SETTINGS,
): Promise<Scored[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run('CREATE TABLE bought (customer_key INTEGER, days INTEGER, price DOUBLE)');
    const rows = customers.flatMap(({ daysAgo, price = 100 }, key) => daysAgo.map((days) => [key, days, price]));
    await connection.run(`INSERT INTO bought VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}`);
    await connection.run(TABLES);
    const { sql, parameters } = snapshotSelect(settings);
    const bound = sql.replaceAll(/\$(\w+)/g, (_, name: string) => literal(name === 'as_of' ? AS_OF : parameters[name]));
    const reader = await connection.runAndReadAll(`${SCORES} FROM (${bound}) ORDER BY customer_key`);
    return reader.getRowObjectsJson() as unknown as Scored[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const SCORES =
  'SELECT recency_score AS recency, frequency_score AS frequency, monetary_score AS monetary, segment::VARCHAR AS segment';

const TABLES = `
  CREATE TABLE dim_customers AS SELECT DISTINCT customer_key, 'c' || customer_key AS customer_id FROM bought;
  CREATE TABLE fct_orders AS
    SELECT
      customer_key, true AS is_purchase, price AS payment_value, 'SP' AS state, 'São Paulo' AS city,
      DATE '${AS_OF}' - days AS purchase_day,
      (DATE '${AS_OF}' - days)::TIMESTAMP AS purchased_at,
      lead(DATE '${AS_OF}' - days) OVER (PARTITION BY customer_key ORDER BY days DESC) AS next_purchase_day
    FROM bought`;

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  return typeof value === 'number' ? String(value) : `'${String(value)}'`;
}
