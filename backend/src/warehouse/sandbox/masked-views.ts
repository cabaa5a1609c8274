import type { DuckDBConnection } from '@duckdb/node-api';
import { shortIdSql } from '../short-id';

/** Tables that hold ids of customers, and what of them callers may see who see ids shortened. */
const MASKED: Readonly<Record<string, string>> = {
  dim_customers: `* REPLACE (${shortIdSql('customer_id')} AS customer_id)`,
};

/**
 * Puts views before the tables that hold ids of customers: on this connection their names, written without a schema,
 * mean the views. The guard refuses names with a schema on such connections.
 *
 * @throws DuckDB's error when a table is missing
 */
export async function maskIds(connection: DuckDBConnection): Promise<void> {
  const reader = await connection.runAndReadAll('SELECT current_database()');
  const database = String(reader.getRows()[0]?.[0]).replaceAll('"', '""');
  for (const [table, columns] of Object.entries(MASKED)) {
    const found = await connection.runAndReadAll(
      `SELECT 1 FROM duckdb_tables() WHERE schema_name = 'main' AND table_name = '${table}'`,
    );
    if (found.currentRowCount === 0) continue;
    await connection.run(`CREATE TEMP VIEW ${table} AS SELECT ${columns} FROM "${database}".main.${table}`);
  }
}
