import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../duckdb/sql';
import type { Row } from '../engine';
import { toRows } from '../duckdb/rows';

export interface BuildDatabase {
  /** Connections that may work at the same time; `lanes[0]` always exists. */
  lanes: readonly DuckDBConnection[];
  /** Writes the generation's file and closes it. */
  finish(): Promise<void>;
  /** Ends what runs, and whatever is begun later. */
  interrupt(): void;
  close(): void;
}

/** An interrupt that arrives while DuckDB still plans is lost, so it is repeated. */
const INTERRUPT_EVERY_MS = 20;

export interface BuildDatabaseOptions {
  file: string;
  tempDirectory: string;
  memoryBytes: number;
  /** Threads that may work at all. */
  threads: number;
  lanes: number;
  /** Threads for the queries of the lanes: the first thread of each query comes on top, from its connection. */
  laneThreads: number;
}

/**
 * Opens an in-memory database for staging, which spills to `tempDirectory`, with the new generation's file attached as
 * `generation`. The file is written without a log: until the build is done nobody else sees it.
 */
export async function openBuildDatabase(options: BuildDatabaseOptions): Promise<BuildDatabase> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: options.tempDirectory,
    memory_limit: `${options.memoryBytes}B`,
    threads: String(options.laneThreads),
  });
  try {
    const lanes = await Promise.all(Array.from({ length: options.lanes }, () => instance.connect()));
    const first = lanes[0]!;
    await first.run(
      `ATTACH ${literal(options.file)} AS generation (RECOVERY_MODE no_wal_writes, STORAGE_VERSION 'v1.5.0')`,
    );
    // Memory that was freed goes back to the system soon, so that the process stays near the limit.
    await first.run('SET GLOBAL allocator_background_threads = true');
    await first.run("SET GLOBAL allocator_flush_threshold = '16MB'");
    await first.run("SET GLOBAL allocator_bulk_deallocation_flush_threshold = '32MB'");
    await first.run("SET GLOBAL checkpoint_threshold = '1TB'");
    for (const lane of lanes) await lane.run("SET search_path = 'memory.main,generation.main'");
    let interrupting: NodeJS.Timeout | undefined;
    return {
      lanes,
      finish: async () => {
        await first.run(`SET GLOBAL threads = ${options.threads}`);
        await first.run('DETACH generation');
      },
      interrupt: () => {
        interrupting ??= setInterval(() => lanes.forEach((lane) => lane.interrupt()), INTERRUPT_EVERY_MS);
      },
      close: () => {
        clearInterval(interrupting);
        lanes.forEach((lane) => lane.closeSync());
        instance.closeSync();
      },
    };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

/** Row objects of a small query. */
export async function queryRows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return toRows(await connection.run(sql));
}
