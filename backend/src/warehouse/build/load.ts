import type { DuckDBConnection } from '@duckdb/node-api';
import type { Model } from '../models';
import type { InputFile } from '../load/inputs';
import { takeRejects } from '../load/rejects';
import { queryRows } from './database';

export interface LoadedRows {
  read: number;
  loaded: number;
}

/** Orders that are joined and sorted at once: few enough to need little memory. */
const ORDERS_AT_ONCE = 1_500_000;

/**
 * Creates a model's table: staging in memory, marts in the generation file. A model that names `$first_order` and
 * `$last_order` is made for some orders after the others, so that it needs no more memory for more of them.
 */
export async function createTable(lane: DuckDBConnection, model: Model): Promise<void> {
  const table = `${model.stage === 'mart' ? 'generation.main' : 'memory.main'}.${model.name}`;
  if (!model.sql.includes('$first_order')) {
    await lane.run(`CREATE TABLE ${table} AS ${model.sql}`);
    return;
  }
  const allOrders = model.needs.includes('fct_orders') ? 'fct_orders' : 'stg_orders_numbered';
  const [row] = await queryRows(lane, `select coalesce(max(order_key), 0) as orders from ${allOrders}`);
  const orders = Number(row?.['orders']);
  for (let first = 1; first === 1 || first <= orders; first += ORDERS_AT_ONCE) {
    const sql = model.sql
      .replaceAll('$first_order', String(first))
      .replaceAll('$last_order', String(first + ORDERS_AT_ONCE - 1));
    await lane.run(first === 1 ? `CREATE TABLE ${table} AS ${sql}` : `INSERT INTO ${table} ${sql}`);
  }
}

/** Reads a file into its staging table and sets aside the rows that are no good. */
export async function loadFile(lane: DuckDBConnection, model: Model, file: InputFile | undefined): Promise<LoadedRows> {
  await createTable(lane, model);
  if (file === undefined) return { read: 0, loaded: 0 };
  const refused = await takeRejects(lane, file);
  // Geolocation is counted as it is read: each of its rows stands for several of the file's.
  const counter = model.name === 'stg_zip_cells' ? 'coalesce(sum(points), 0)' : 'count(*)';
  const [row] = await queryRows(lane, `select cast(${counter} as bigint) as loaded from ${model.name}`);
  const loaded = Number(row?.['loaded'] ?? 0);
  return { read: loaded + refused, loaded };
}
