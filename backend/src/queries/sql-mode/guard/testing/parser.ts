import { DuckDBInstance } from '@duckdb/node-api';

export interface Parser {
  parse: (sql: string) => Promise<string>;
  /** Runs a statement that the guard let through, on empty tables, and gives the first column's values. */
  run: (sql: string) => Promise<unknown[]>;
  close: () => void;
}

/** A DuckDB that is hardened like the one of SQL mode, with `setup` run before. */
export async function openParser(setup: readonly string[] = []): Promise<Parser> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const sql of [...setup, "SET TimeZone = 'UTC'", 'SET enable_external_access = false']) await connection.run(sql);
  return {
    parse: async (sql) => {
      const result = await connection.runAndReadAll('SELECT system.main.json_serialize_sql(?::VARCHAR)', [sql]);
      return String(result.getRows()[0]![0]);
    },
    run: async (sql) => (await connection.runAndReadAll(sql)).getRowsJson().map((row) => row[0]),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
