import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { bindParameters } from '../../warehouse/duckdb/bind';
import { toRows } from '../../warehouse/duckdb/rows';
import type { Row, SqlParameters } from '../../warehouse';

/** What work on the store can do: statements with bound `$name` parameters, one after the other. */
export interface Statements {
  /** Row objects of a small result: times as RFC 3339 text, integers as numbers. */
  rows(sql: string, parameters?: SqlParameters): Promise<Row[]>;
  /** Runs a statement for its effect. */
  run(sql: string, parameters?: SqlParameters): Promise<void>;
}

/**
 * The statements of one connection. Each is planned anew: a plan that was kept counts on what the tables held when it was
 * made, and would not see rows that came later.
 */
export class ConnectionStatements implements Statements {
  constructor(private readonly connection: DuckDBConnection) {}

  rows(sql: string, parameters?: SqlParameters): Promise<Row[]> {
    return this.prepared(sql, parameters, async (statement) => toRows(await statement.run()));
  }

  async run(sql: string, parameters?: SqlParameters): Promise<void> {
    // In one call to the database, where a prepared statement takes several.
    if (parameters === undefined) await this.connection.run(sql);
    else await this.prepared(sql, parameters, (statement) => statement.run());
  }

  close(): void {
    this.connection.closeSync();
  }

  private async prepared<T>(
    sql: string,
    parameters: SqlParameters | undefined,
    use: (statement: DuckDBPreparedStatement) => Promise<T>,
  ): Promise<T> {
    const statement = await this.connection.prepare(sql);
    try {
      bindParameters(statement, parameters);
      return await use(statement);
    } finally {
      statement.destroySync();
    }
  }
}
