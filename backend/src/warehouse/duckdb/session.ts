import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBResult } from '@duckdb/node-api';
import type { ScratchColumn, SqlParameters } from '../engine';
import { bindParameters } from './bind';
import { toQueryError } from './failures';
import { fillScratchTable } from './scratch-table';

const KEPT_STATEMENTS = 64;
/** An interrupt that arrives while DuckDB still plans is lost, so it is repeated until the query has ended. */
const INTERRUPT_EVERY_MS = 20;

/** One connection with its prepared statements; runs one statement at a time. */
export class Session {
  private readonly statements = new Map<string, DuckDBPreparedStatement>();

  constructor(private readonly connection: DuckDBConnection) {}

  /**
   * Runs a statement and hands its streamed result to `read`.
   *
   * @throws the signal's reason when it was aborted before the result was read; WarehouseError when the file is damaged,
   * the memory too small or the disk full; DuckDB's error when the statement is wrong
   */
  async run<T>(
    sql: string,
    parameters: SqlParameters | undefined,
    signal: AbortSignal | undefined,
    read: (result: DuckDBResult) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const stop = signal && interruptWhenAborted(this.connection, signal);
    try {
      const statement = await this.prepare(sql);
      bindParameters(statement, parameters);
      return await read(await statement.stream());
    } catch (error) {
      signal?.throwIfAborted();
      throw toQueryError(error);
    } finally {
      stop?.();
    }
  }

  /** Makes a table of the in-memory database, see scratch-table.ts. */
  async fill(name: string, columns: Readonly<Record<string, ScratchColumn>>): Promise<void> {
    try {
      await fillScratchTable(this.connection, name, columns);
    } catch (error) {
      throw toQueryError(error);
    }
  }

  close(): void {
    for (const statement of this.statements.values()) statement.destroySync();
    this.statements.clear();
    this.connection.closeSync();
  }

  private async prepare(sql: string): Promise<DuckDBPreparedStatement> {
    const kept = this.statements.get(sql);
    this.statements.delete(sql);
    const statement = kept ?? (await this.connection.prepare(sql));
    this.statements.set(sql, statement);
    if (this.statements.size > KEPT_STATEMENTS) this.forgetOldest();
    return statement;
  }

  private forgetOldest(): void {
    for (const [sql, statement] of this.statements) {
      statement.destroySync();
      this.statements.delete(sql);
      return;
    }
  }
}

function interruptWhenAborted(connection: DuckDBConnection, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const interrupt = () => {
    connection.interrupt();
    timer = setTimeout(interrupt, INTERRUPT_EVERY_MS);
  };
  signal.addEventListener('abort', interrupt, { once: true });
  return () => {
    signal.removeEventListener('abort', interrupt);
    clearTimeout(timer);
  };
}
