import { DuckDBInstance, type DuckDBConnection, type DuckDBResult } from '@duckdb/node-api';
import type { ColumnSet } from '../../contract';
import type { Row, SqlParameters } from '../../warehouse';
import { bindParameters } from '../../warehouse/duckdb/bind';
import { toColumnSet } from '../../warehouse/duckdb/columns';
import { toRows } from '../../warehouse/duckdb/rows';
import { literal } from '../../warehouse/duckdb/sql';
import type { Pace } from './pace';

/** One connection of the lane: statements run one after the other. */
export interface LaneSession {
  rows(sql: string, parameters?: SqlParameters): Promise<Row[]>;
  columns(sql: string, parameters?: SqlParameters): Promise<ColumnSet>;
  run(sql: string, parameters?: SqlParameters): Promise<void>;
  /** Runs statements without parameters one after the other, as one call: for small tables, calls take longest. */
  script(statements: readonly string[]): Promise<void>;
}

/**
 * A small in-memory database beside a generation, in which the warehouse's own statements run over some customers: in
 * `some` lie these customers' tables, in `shop` what concerns the whole shop. `generation` is read-only.
 */
export interface Lane {
  /** Finds tables in `part`, then in `shop`. */
  part: LaneSession;
  /** Another connection of the same kind, for what can be made meanwhile. */
  beside: LaneSession;
  /** Finds tables in `coming`, where what is to take the place of tables in `shop` is made, then in `shop`. */
  shop: LaneSession;
  close(): void;
}

export interface LaneOptions {
  /** The generation's file. */
  file: string;
  /** The tables of it that are read. */
  tables: readonly string[];
  /** Where what outgrows the memory goes. */
  tempDirectory: string;
  pace: Pace;
}

/** What concerns the whole shop is summed up as it is read, and spills beyond this. */
const MEMORY_LIMIT = '512MB';

/** A generation of so many rows, which take some 200 MB, is read from memory: a file's rows are unpacked at each reading. */
const ROWS_IN_MEMORY = 2_000_000;

/**
 * Opens a lane beside a generation.
 *
 * @throws DuckDB's error when the file is missing or no database
 */
export async function openLane({ file, tables, tempDirectory, pace }: LaneOptions): Promise<Lane> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: tempDirectory,
    memory_limit: MEMORY_LIMIT,
    threads: '1',
  });
  try {
    const [part, beside, shop] = await Promise.all([instance.connect(), instance.connect(), instance.connect()]);
    await attachGeneration(part, file, tables, pace);
    for (const setting of ["TimeZone = 'UTC'", 'enable_external_access = false']) {
      await part.run(`SET GLOBAL ${setting}`);
    }
    await part.run("ATTACH ':memory:' AS supplement");
    await part.run('CREATE SCHEMA memory.part');
    await part.run('CREATE SCHEMA memory.shop');
    await part.run('CREATE SCHEMA memory.coming');
    for (const one of [part, beside]) await one.run("SET search_path = 'memory.part,memory.shop'");
    await shop.run("SET search_path = 'memory.coming,memory.shop'");
    const sessions = [part, beside, shop].map((connection) => sessionOf(connection));
    return {
      part: sessions[0]!,
      beside: sessions[1]!,
      shop: sessions[2]!,
      close: () => {
        for (const session of sessions) session.close();
        instance.closeSync();
      },
    };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

/** Attaches as `generation` the file, or a copy of its tables in memory where it is small enough. */
async function attachGeneration(
  connection: DuckDBConnection,
  file: string,
  tables: readonly string[],
  pace: Pace,
): Promise<void> {
  await connection.run(`ATTACH ${literal(file)} AS stored (READ_ONLY)`);
  const small = (await rowsOf(connection, tables)) <= ROWS_IN_MEMORY;
  if (small) {
    await connection.run("ATTACH ':memory:' AS generation");
    for (const table of tables) {
      await pace.piece(() => connection.run(`CREATE TABLE generation.${table} AS FROM stored.${table}`));
    }
  }
  await connection.run('DETACH stored');
  if (!small) await connection.run(`ATTACH ${literal(file)} AS generation (READ_ONLY)`);
}

async function rowsOf(connection: DuckDBConnection, tables: readonly string[]): Promise<number> {
  const counts = tables.map((table) => `(SELECT count(*) FROM stored.${table})`);
  const found = await connection.runAndReadAll(`SELECT (${counts.join(' + ')})::DOUBLE`);
  return Number(found.getRows()[0]?.[0]);
}

/** Plans each statement anew: one that was kept would count on what the tables held when it was first planned. */
function sessionOf(connection: DuckDBConnection): LaneSession & { close(): void } {
  const use = async <T>(
    sql: string,
    parameters: SqlParameters | undefined,
    read: (result: DuckDBResult) => T | Promise<T>,
  ): Promise<T> => {
    const statement = await connection.prepare(sql);
    try {
      bindParameters(statement, parameters);
      return await read(await statement.run());
    } finally {
      statement.destroySync();
    }
  };
  return {
    rows: (sql, parameters) => use(sql, parameters, toRows),
    columns: (sql, parameters) => use(sql, parameters, (result) => toColumnSet(result)),
    run: (sql, parameters) => use(sql, parameters, () => undefined),
    script: async (statements) => void (await connection.run(statements.join(';\n'))),
    close: () => connection.closeSync(),
  };
}
