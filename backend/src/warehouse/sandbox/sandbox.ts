import type { DuckDBConnection } from '@duckdb/node-api';
import { MAX_SQL_LENGTH, QueryError } from '../../contract';
import { collect, type SizeLimits } from './collect';
import { afterAbort, deadline } from './deadline';
import { toStatementError } from './failures';
import { FairQueue } from './fair-queue';
import { openLocked, type InstanceOptions, type LockedInstance } from './locked-instance';
import { maskIds } from './masked-views';
import type { SandboxResult } from './result';
import { runStatement } from './statement-lane';
import { ranTooLong, REPLACED, waitedTooLong } from './texts';

/** What all statements together may use. */
export interface SandboxLimits extends Pick<InstanceOptions, 'threads'> {
  /** How much of the memory, in MB. */
  memoryMb: number;
  /** How many statements run at once; the others wait. */
  connections: number;
  /** How many statements of one user run at once: 2 unless said otherwise. */
  perUser?: number;
  /** How many statements may wait in all: 200 unless said otherwise. */
  maxWaiting?: number;
  /** DuckDB's notation: `2GB` unless said otherwise. */
  maxTempDirectorySize?: string;
}

export interface SandboxOptions extends SandboxLimits, Pick<InstanceOptions, 'file' | 'tempDirectory'> {}

export interface RunOptions extends SizeLimits {
  signal?: AbortSignal;
  /** How long the statement may run, and how long it may wait before. */
  timeLimitMs: number;
  /** Who asks, for fairness; some text that names them. */
  user: string;
  /** True: ids of customers are shortened wherever they are read. */
  masked: boolean;
}

/** Who asks for a syntax tree, as with `RunOptions`. */
export type ParseOptions = Pick<RunOptions, 'user' | 'signal'>;

/** Where statements that people wrote run: they can only read, and only the generation. */
export interface Sandbox {
  /**
   * DuckDB's syntax tree of a statement, as the JSON text of `json_serialize_sql`; of SQL that cannot be parsed the JSON
   * says so. Nothing is run.
   *
   * @throws QueryError when the SQL is too long, or takes too long to read
   */
  parse(sql: string, options: ParseOptions): Promise<string>;
  /**
   * Runs one SELECT. What is more than the limits is left out, and the result says so.
   *
   * @throws QueryError when it is no SELECT, cannot be run or takes too long; the signal's reason when it is aborted
   */
  run(sql: string, options: RunOptions): Promise<SandboxResult>;
  /** Stops what runs or waits, and frees the file. */
  close(): Promise<void>;
}

/** Macros that were expanded may make a statement longer than a person may write it. */
const MAX_EXPANDED_LENGTH = 5 * MAX_SQL_LENGTH;
/** How long after an interrupt DuckDB may go on before the asker is answered without it. */
const GRACE_MS = 1_000;

/**
 * Opens the sandbox over a generation.
 *
 * @throws DuckDB's error when the file is missing or no database
 */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { perUser = 2, maxWaiting = 200, maxTempDirectorySize = '2GB' } = options;
  // A set of connections for each kind of caller, and one more: parsing waits for nothing that runs.
  const { connections, memoryMb } = options;
  const instance = await openLocked(
    { ...options, maxTempDirectorySize, memoryLimit: `${memoryMb}MB` },
    2 * connections + 1,
  );
  try {
    for (const connection of instance.connections.slice(connections + 1)) await maskIds(connection);
  } catch (error) {
    instance.close();
    throw error;
  }
  return new LockedSandbox(instance, new FairQueue({ perUser, total: options.connections, waiting: maxWaiting }));
}

class LockedSandbox implements Sandbox {
  private readonly parser: DuckDBConnection;
  private readonly whole: DuckDBConnection[];
  private readonly masked: DuckDBConnection[];
  private readonly closing = new AbortController();
  private readonly busy = new Set<Promise<unknown>>();

  constructor(
    private readonly instance: LockedInstance,
    private readonly queue: FairQueue,
  ) {
    const [parser, ...lanes] = instance.connections;
    this.parser = parser!;
    this.whole = lanes.slice(0, lanes.length / 2);
    this.masked = lanes.slice(lanes.length / 2);
  }

  async parse(sql: string): Promise<string> {
    checkLength(sql);
    this.closing.signal.throwIfAborted();
    const reader = await this.track(
      this.parser.runAndReadAll('SELECT system.main.json_serialize_sql(?::VARCHAR)', [sql]),
    );
    return String(reader.getRows()[0]?.[0]);
  }

  async run(sql: string, { signal, timeLimitMs, user, masked, ...limits }: RunOptions): Promise<SandboxResult> {
    checkLength(sql);
    const signals = [this.closing.signal, ...(signal ? [signal] : [])];
    const waiting = deadline(signals, timeLimitMs, waitedTooLong(timeLimitMs));
    return new Promise((resolve, reject) => {
      const work = this.queue.use(user, waiting.signal, async () => {
        waiting.clear();
        const running = deadline(signals, timeLimitMs, ranTooLong(timeLimitMs));
        // Inside of one function call DuckDB notices no interrupt: the asker is answered, the connection stays taken.
        const callOff = afterAbort(running.signal, GRACE_MS, reject);
        try {
          return await this.onConnection(masked ? this.masked : this.whole, sql, limits, running.signal);
        } finally {
          running.clear();
          callOff();
        }
      });
      this.track(work).finally(waiting.clear).then(resolve, reject);
    });
  }

  async close(): Promise<void> {
    this.closing.abort(new QueryError(REPLACED));
    await Promise.allSettled(this.busy);
    this.instance.close();
  }

  /** The queue lets as many in as there are connections of each kind. */
  private async onConnection(
    idle: DuckDBConnection[],
    sql: string,
    limits: SizeLimits,
    signal: AbortSignal,
  ): Promise<SandboxResult> {
    const connection = idle.pop()!;
    try {
      return await runStatement(connection, sql, signal, (result) => collect(result, limits, signal));
    } catch (error) {
      throw signal.aborted ? error : toStatementError(error);
    } finally {
      idle.push(connection);
    }
  }

  private track<T>(work: Promise<T>): Promise<T> {
    const tracked = work.finally(() => this.busy.delete(tracked));
    this.busy.add(tracked);
    return tracked;
  }
}

/** @throws QueryError for a statement that is longer than any that is worked on */
export function checkLength({ length }: string): void {
  if (length <= MAX_EXPANDED_LENGTH) return;
  throw new QueryError(
    `The SQL has ${length} characters; the most is ${MAX_EXPANDED_LENGTH}. Write a shorter statement.`,
  );
}
