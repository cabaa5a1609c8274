import { DuckDBInstance } from '@duckdb/node-api';
import { messageOf, WarehouseError } from '../../warehouse';
import { kindOfFailure, telling } from '../../warehouse/duckdb/failures';
import { MIGRATIONS } from './migrations';
import { ConnectionStatements } from './statements';
import { cutTornLog, type TellMended } from './torn-log';

/** The store's file, open for reading and writing. */
export interface Database {
  /** For transactions, one at a time. */
  writer: ConnectionStatements;
  /** For transactions beside those. */
  appender: ConnectionStatements;
  /** Sees what is committed. */
  reader: ConnectionStatements;
  /** Another connection, for long work; whoever asked closes it. */
  connect(): Promise<ConnectionStatements>;
  close(): void;
}

/** More than the log's index of ids needs at some millions of events. */
const MEMORY_LIMIT = '512MB';

/**
 * DuckDB brings the write-ahead log into the file once it is as large, in the middle of a commit that everything then waits
 * for: see `EventStore.checkpoint`, which is to come before.
 */
const LARGEST_LOG = '96MB';

/** Between planning and running, rows may come that the plan would hold impossible. */
const PLAN_FOR_ANY_ROWS = "SET disabled_optimizers = 'statistics_propagation'";

/**
 * Opens the store's file, makes it when it is missing, and brings its tables up to date.
 *
 * @param onMended told when the end of what was written last had to be left out
 * @throws WarehouseError `busy` when another process holds it, `corrupt` when it is damaged or of a later version, `io`
 */
export async function openDatabase(file: string, onMended: TellMended): Promise<Database> {
  const instance = await instanceOf(file)
    .catch(async (error: unknown) => {
      if (await cutTornLog(file, error, onMended)) return instanceOf(file);
      throw error;
    })
    .catch((error: unknown) => {
      throw openFailure(file, error);
    });
  try {
    const connect = async (): Promise<ConnectionStatements> => {
      const connection = new ConnectionStatements(await instance.connect());
      await connection.run(PLAN_FOR_ANY_ROWS);
      return connection;
    };
    const [writer, appender, reader] = [await connect(), await connect(), await connect()];
    await migrate(writer, file);
    return {
      writer,
      appender,
      reader,
      connect,
      close: () => {
        for (const connection of [writer, appender, reader]) connection.close();
        instance.closeSync();
      },
    };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

function instanceOf(file: string): Promise<DuckDBInstance> {
  return DuckDBInstance.create(file, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: MEMORY_LIMIT,
    checkpoint_threshold: LARGEST_LOG,
    // Several statements run beside each other, most of them small: handing parts of one around takes longer than it saves.
    threads: '1',
  });
}

async function migrate(statements: ConnectionStatements, file: string): Promise<void> {
  await statements.run('CREATE TABLE IF NOT EXISTS store_version (version INTEGER NOT NULL)');
  const [row] = await statements.rows('SELECT coalesce(max(version), 0) AS version FROM store_version');
  const version = Number(row?.version);
  if (version > MIGRATIONS.length) {
    throw new WarehouseError(
      'corrupt',
      `${file} was made by a later version of Churnwatch.`,
      'Run that version, or restore a backup of this one.',
    );
  }
  for (let next = version; next < MIGRATIONS.length; next++) {
    await statements.run('BEGIN');
    try {
      for (const statement of statementsIn(MIGRATIONS[next]!)) await statements.run(statement);
      await statements.run('INSERT INTO store_version VALUES ($version)', { version: next + 1 });
      await statements.run('COMMIT');
    } catch (error) {
      await statements.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

/** The statements of one of our own files, whose texts hold neither semicolons nor double dashes. */
function statementsIn(file: string): string[] {
  return file
    .replaceAll(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

function openFailure(file: string, error: unknown): WarehouseError {
  // Names of files are no part of what went wrong: ".wal" says nothing, and a folder may be called anything.
  const message = messageOf(error).replaceAll(file, 'the file');
  if (kindOfFailure(message) === 'full disk') {
    const full = `The store of events cannot be opened: the disk that holds ${file} is full.`;
    return new WarehouseError('io', full, 'Free some space; nothing that was acknowledged is lost.', { cause: error });
  }
  if (/could not set lock|conflicting lock/i.test(message)) {
    return new WarehouseError(
      'busy',
      `Another process keeps the events of this warehouse: ${file}.`,
      'Events and early warnings are kept by one process at a time: send them to that one, or end it.',
      { cause: error },
    );
  }
  if (kindOfFailure(message) === 'corrupt' || /\bWAL\b/.test(message)) {
    return new WarehouseError(
      'corrupt',
      `The store of events is damaged: ${file}.`,
      'Restore a backup, or move the file away to begin a new one without the events so far.',
      { cause: error },
    );
  }
  return new WarehouseError(
    'io',
    `The store of events cannot be opened: ${telling(error)}.`,
    `Check that ${file} can be written.`,
    { cause: error },
  );
}
