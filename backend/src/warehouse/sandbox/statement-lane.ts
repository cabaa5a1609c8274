import {
  StatementType,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBResult,
} from '@duckdb/node-api';
import { QueryError } from '../../contract';
import { messageOf } from '../errors';

/** An interrupt that arrives while DuckDB still plans is lost, so it is repeated until the statement has ended. */
const INTERRUPT_EVERY_MS = 20;
/** All that the bindings say of SQL without a statement, be it blank or a comment. */
const NO_STATEMENT = /Error in native callback$/;

/**
 * Runs one SELECT on a connection and hands its streamed result to `read`. Whatever happens, the connection is free for
 * the next statement when this returns.
 *
 * @throws the signal's reason when it is aborted before the end; QueryError when it is not one SELECT; DuckDB's error
 * when it cannot be run
 */
export async function runStatement<T>(
  connection: DuckDBConnection,
  sql: string,
  signal: AbortSignal,
  read: (result: DuckDBResult) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const stop = interruptWhenAborted(connection, signal);
  let statement: DuckDBPreparedStatement | undefined;
  try {
    statement = await prepareSelect(connection, sql);
    const answer = await read(await statement.stream());
    signal.throwIfAborted();
    return answer;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    stop();
    statement?.destroySync();
    await endStream(connection);
  }
}

async function prepareSelect(connection: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  const statements = await connection.extractStatements(sql).catch((error: unknown) => {
    throw NO_STATEMENT.test(messageOf(error)) ? new QueryError('The SQL is empty. Write a SELECT statement.') : error;
  });
  if (statements.count > 1) {
    throw new QueryError(
      'The SQL must be one statement. A PIVOT counts as several unless it names its values: PIVOT ... ON column IN (...).',
    );
  }
  const statement = await statements.prepare(0);
  const problem = problemOf(statement);
  if (problem === undefined) return statement;
  statement.destroySync();
  throw new QueryError(problem);
}

function problemOf(statement: DuckDBPreparedStatement): string | undefined {
  if (statement.statementType !== StatementType.SELECT) return 'The SQL must be a SELECT statement: it may only read.';
  if (statement.parameterCount > 0)
    return 'The SQL has parameters (? or $name), which nothing fills. Write the values.';
  return undefined;
}

/** A stream that was not read to its end goes on computing, and holds its memory, until the next statement. */
async function endStream(connection: DuckDBConnection): Promise<void> {
  await connection.run('SELECT 1').catch(() => undefined);
}

function interruptWhenAborted(connection: DuckDBConnection, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    timer = setTimeout(interrupt, INTERRUPT_EVERY_MS);
  };
  signal.addEventListener('abort', interrupt, { once: true });
  return () => {
    signal.removeEventListener('abort', interrupt);
    clearTimeout(timer);
  };
}
