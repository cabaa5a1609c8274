import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../duckdb/sql';
import { WarehouseError } from '../errors';
import { queryRows } from '../build/database';
import { CUSTOMER_EVENT_COLUMNS, CUSTOMER_EVENTS, SUPPLEMENT_COLUMNS } from './tables';

/**
 * Opens a supplement's file beside the build's database, as `supplement`.
 *
 * @throws WarehouseError `corrupt` when it does not have the tables and columns of this version
 */
export async function attachSupplement(lane: DuckDBConnection, path: string): Promise<void> {
  await lane.run(`ATTACH ${literal(path)} AS supplement (READ_ONLY)`);
  const found = await queryRows(
    lane,
    `SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE database_name = 'supplement'`,
  );
  const types = new Map(found.map((row) => [`${row['table_name']}.${row['column_name']}`, row['data_type']]));
  for (const [table, columns] of Object.entries(SUPPLEMENT_COLUMNS)) {
    for (const [column, type] of Object.entries(columns)) {
      if (types.get(`${table}.${column}`) === type) continue;
      throw new WarehouseError(
        'corrupt',
        `The rows from events in ${path} are of another version: ${table}.${column} is missing or not ${type}.`,
        'The serving process of this version writes them anew with the next events.',
      );
    }
  }
}

/** The statement that makes what customers did besides ordering readable; without a supplement nothing is known of it. */
export function customerEventsViewSql(supplemented: boolean): string {
  const columns = Object.entries(CUSTOMER_EVENT_COLUMNS);
  const select = supplemented
    ? `SELECT ${columns.map(([name]) => name).join(', ')} FROM supplement.main.${CUSTOMER_EVENTS}`
    : `SELECT ${columns.map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`).join(', ')} WHERE false`;
  return `CREATE VIEW raw_${CUSTOMER_EVENTS} AS ${select}`;
}
