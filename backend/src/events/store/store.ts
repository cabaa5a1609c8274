import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { identifier, literal } from '../../warehouse/duckdb/sql';
import { WarehouseError, type Row, type SqlParameters } from '../../warehouse';
import { openDatabase } from './database';
import { ReopeningDatabase } from './reopening';
import type { ConnectionStatements, Statements } from './statements';
import type { TellMended } from './torn-log';

export type { Statements } from './statements';

/** Where events, early warnings and what hangs on them are kept. */
export interface EventStore {
  /** Its file. */
  readonly file: string;
  /**
   * Runs `work` in a transaction of its own, one such work at a time. Once it has resolved, what it wrote is on the disk;
   * when it throws, or the process dies before, nothing of it is.
   *
   * @throws what `work` throws; DuckDB's error when it could not be written, e.g. since the disk is full
   */
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  /**
   * The same, but beside those: one such work at a time again, which waits for none of them. For the log of events, its
   * dead letters and offsets, whose rows nothing else changes: of two transactions that change one row, the later one fails.
   */
  append<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  /**
   * Brings what is committed from the file's write-ahead log into the file, once that log has more bytes than `above`.
   * Transactions wait for it, some tenths of a second where there are a million events: for moments when that matters least.
   */
  checkpoint(above: number): Promise<void>;
  /** Row objects of what is committed: times as RFC 3339 text, integers as numbers. */
  rows(sql: string, parameters?: SqlParameters): Promise<Row[]>;
  /** Writes a copy of all that is committed to a new file, while work goes on. */
  copyTo(file: string): Promise<void>;
  /**
   * Writes the results of SELECTs over what is committed into the tables of a new DuckDB file, while work goes on.
   *
   * @param tables SELECT by name of the table
   * @returns the rows of each table
   */
  exportTables(file: string, tables: Readonly<Record<string, string>>): Promise<Record<string, number>>;
  /** Writes the result of a SELECT over what is committed into a Parquet file, likewise. */
  exportParquet(file: string, select: string): Promise<void>;
  /** Waits for what runs, then closes the file. */
  close(): Promise<void>;
}

/** The store's file within a warehouse folder. */
export const storeFile = (out: string): string => join(out, 'events', 'events.duckdb');

/** The files that this process holds: the system's lock would let it open one twice, and damage it. */
const held = new Set<string>();

/**
 * Opens the store of a warehouse folder, and makes it when it is missing. One process holds it at a time.
 *
 * @param onMended told when the end of what was written last had to be left out, as after a power cut
 * @throws WarehouseError `busy` when another process holds it, `corrupt` when it is damaged or of a later version, `io`
 */
export async function openEventStore(
  out: string,
  onMended: TellMended = (message) => process.emitWarning(message),
): Promise<EventStore> {
  const file = resolve(storeFile(out));
  if (held.has(file)) throw heldHere(file);
  held.add(file);
  try {
    await mkdir(join(out, 'events'), { recursive: true, mode: 0o700 });
    return storeOf(file, new ReopeningDatabase(file, await openDatabase(file, onMended), onMended), () =>
      held.delete(file),
    );
  } catch (error) {
    held.delete(file);
    throw error;
  }
}

function heldHere(file: string): WarehouseError {
  return new WarehouseError(
    'busy',
    `This process keeps the events of this warehouse already: ${file}.`,
    'Two data sources cannot take events for one warehouse folder: give each its own, or send events to the other one.',
  );
}

function storeOf(file: string, database: ReopeningDatabase, onClosed: () => void): EventStore {
  const [writing, appending, exporting] = [turns(), turns(), turns()];
  const inTurn = <T>(work: (writer: ConnectionStatements) => Promise<T>): Promise<T> =>
    writing(() => database.use(({ writer }) => work(writer)));
  const aside = <T>(work: (statements: ConnectionStatements) => Promise<T>): Promise<T> =>
    exporting(() =>
      database.use(async ({ connect }) => {
        const connection = await connect();
        return work(connection).finally(() => connection.close());
      }),
    );

  return {
    transaction: (work) => inTurn((writer) => inTransaction(writer, work)),
    append: (work) => appending(() => database.use(({ appender }) => inTransaction(appender, work))),
    checkpoint: async (above) => {
      if ((await sizeOf(`${file}.wal`)) <= above) return;
      // DuckDB refuses it while another transaction writes.
      await writing(() => appending(() => database.use(({ writer }) => writer.run('CHECKPOINT'))));
    },
    rows: (sql, parameters) => database.use(({ reader }) => reader.rows(sql, parameters)),
    copyTo: (target) =>
      inTurn(async (writer) => {
        await writer.run(`ATTACH ${literal(target)} AS backup`);
        try {
          await writer.run('COPY FROM DATABASE events TO backup');
        } finally {
          await writer.run('DETACH backup');
        }
      }),
    file,
    exportTables: (target, tables) => aside((statements) => exportInto(statements, target, tables)),
    exportParquet: (target, select) =>
      aside((statements) =>
        statements.run(`COPY (${select}) TO ${literal(target)} (FORMAT parquet, COMPRESSION zstd)`),
      ),
    close: async () => {
      await database.close();
      onClosed();
    },
  };
}

/** In bytes; 0 while there is no such file. */
async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.size ?? 0;
}

/** Runs what it is given one after the other. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

async function inTransaction<T>(
  statements: ConnectionStatements,
  work: (statements: Statements) => Promise<T>,
): Promise<T> {
  try {
    await statements.run('BEGIN');
    const result = await work(statements);
    await statements.run('COMMIT');
    return result;
  } catch (error) {
    await statements.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function exportInto(
  connection: ConnectionStatements,
  file: string,
  tables: Readonly<Record<string, string>>,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  await connection.run(`ATTACH ${literal(file)} AS exported`);
  try {
    for (const [name, select] of Object.entries(tables)) {
      await connection.run(`CREATE TABLE exported.main.${identifier(name)} AS ${select}`);
      const [row] = await connection.rows(`SELECT count(*) AS rows FROM exported.main.${identifier(name)}`);
      rows[name] = Number(row?.['rows']);
    }
  } finally {
    await connection.run('DETACH exported');
  }
  return rows;
}
