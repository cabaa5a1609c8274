import { DuckDBInstance } from '@duckdb/node-api';
import type { ColumnSet } from '../../contract';
import type { Engine, Row, SqlParameters, TableDescription } from '../engine';
import { describeTable } from '../models';
import { toColumnSet } from './columns';
import { SessionPool } from './pool';
import { toRows } from './rows';
import { Session } from './session';
import { literal } from './sql';
import { OneSandbox } from './one-sandbox';

export interface ReaderOptions {
  /** Where queries that outgrow the memory spill to. */
  tempDirectory: string;
  /** DuckDB's notation, e.g. `512MB`. */
  memoryLimit: string;
  threads?: number;
  /** How many queries run at once; the others wait. */
  connections: number;
  /** The bundled program in whose processes people's own statements run; absent: they run in this one. */
  sandboxProgram?: string;
}

/** An engine over one generation file. */
export interface Reader extends Engine {
  /** Answers no more queries, and frees the file and the memory once those that run are done. */
  close(): void;
}

/**
 * Opens a generation file read-only, beside an in-memory database (`memory`) for scratch tables, with everything that
 * reaches out of the two switched off.
 *
 * @throws DuckDB's error when the file is missing or no database
 */
export async function openReader(file: string, options: ReaderOptions): Promise<Reader> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: options.tempDirectory,
    memory_limit: options.memoryLimit,
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
  });
  try {
    const first = await instance.connect();
    await first.run(`ATTACH ${literal(file)} AS generation (READ_ONLY)`);
    await first.run("SET GLOBAL TimeZone = 'UTC'");
    await first.run('SET GLOBAL allow_community_extensions = false');
    await first.run('SET GLOBAL enable_external_access = false');
    const rest = await Promise.all(Array.from({ length: options.connections - 1 }, () => instance.connect()));
    const all = [first, ...rest];
    await Promise.all(all.map((connection) => connection.run("SET search_path = 'generation.main,memory.main'")));
    await first.run('SET GLOBAL lock_configuration = true');
    const pool = new SessionPool(all.map((connection) => new Session(connection)));
    return createReader(instance, pool, new OneSandbox(file, `${options.tempDirectory}-sql`, options.sandboxProgram));
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

function createReader(instance: DuckDBInstance, pool: SessionPool, sandbox: OneSandbox): Reader {
  const rows = (sql: string, parameters?: SqlParameters, signal?: AbortSignal): Promise<Row[]> =>
    pool.use(signal, (session) => session.run(sql, parameters, signal, toRows));
  // A generation never changes, and every statement of people's own is checked against its tables.
  let described: Promise<TableDescription[]> | undefined;
  return {
    rows,
    columns: (sql, parameters, signal): Promise<ColumnSet> =>
      pool.use(signal, (session) => session.run(sql, parameters, signal, (result) => toColumnSet(result, signal))),
    run: (sql, parameters, signal): Promise<void> =>
      pool.use(signal, (session) =>
        session.run(sql, parameters, signal, async (result) => void (await result.fetchAllChunks())),
      ),
    fill: (name, columns, signal): Promise<void> => pool.use(signal, (session) => session.fill(name, columns)),
    describe: (): Promise<TableDescription[]> => {
      described ??= describeGeneration(rows).catch((error: unknown) => {
        described = undefined;
        throw error;
      });
      return described;
    },
    sandbox: (limits) => sandbox.open(limits),
    close: () => {
      sandbox.close();
      pool.close(() => instance.closeSync());
    },
  };
}

async function describeGeneration(rows: Engine['rows']): Promise<TableDescription[]> {
  const found = await rows(
    `select table_name, column_name, data_type from duckdb_columns() where database_name = 'generation'
     order by table_name, column_index`,
  );
  const tables = new Map<string, { name: string; type: string }[]>();
  for (const row of found) {
    const table = String(row['table_name']);
    const column = { name: String(row['column_name']), type: String(row['data_type']) };
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return [...tables].map(([name, columns]) => describeTable(name, columns));
}
