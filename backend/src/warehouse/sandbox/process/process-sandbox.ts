import { rm } from 'node:fs/promises';
import { QueryError } from '../../../contract';
import { deadline } from '../deadline';
import { FairQueue } from '../fair-queue';
import type { SandboxResult } from '../result';
import { checkLength, type ParseOptions, type RunOptions, type Sandbox, type SandboxOptions } from '../sandbox';
import { ranTooLong, REPLACED, waitedTooLong } from '../texts';
import { SandboxChild } from './child';

/** Less would leave DuckDB no room to work. */
const LEAST_MB = 64;
/** On top of DuckDB's own memory: the program, and a result on its way. */
const BESIDE_MB = 384;
const MB = 1_000_000;
/** A statement of the longest length is read in a fraction of this. */
const PARSE_MS = 3_000;
/** Processes hold some 100 MB each. */
const IDLE_MS = 60_000;

/**
 * Opens a sandbox whose statements run in processes of their own, one statement a process: what DuckDB cannot interrupt
 * or keeps no count of (a function that makes a text of gigabytes) ends with its process, and takes nobody with it.
 *
 * @param program the bundled `program.ts`
 * @throws Error when the file is missing or no database
 */
export async function openProcessSandbox(options: SandboxOptions, program: string): Promise<Sandbox> {
  const sandbox = new ProcessSandbox(options, program);
  try {
    await sandbox.parse('SELECT 1', { user: '' });
    return sandbox;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

class ProcessSandbox implements Sandbox {
  private readonly closing = new AbortController();
  private readonly queue: FairQueue;
  private readonly parsing = new FairQueue({ perUser: 1, total: 1, waiting: 200 });
  private readonly children = new Set<SandboxChild>();
  private readonly idle: SandboxChild[] = [];
  private parser: SandboxChild | undefined;
  private started = 0;
  private resting: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: SandboxOptions,
    private readonly program: string,
  ) {
    const { perUser = 2, connections: total, maxWaiting: waiting = 200 } = options;
    this.queue = new FairQueue({ perUser, total, waiting });
  }

  async parse(sql: string, { user, signal }: ParseOptions): Promise<string> {
    checkLength(sql);
    const limit = deadline(this.signals(signal), 10 * PARSE_MS, waitedTooLong(10 * PARSE_MS));
    try {
      return await this.parsing.use(user, limit.signal, async () => {
        this.parser = this.parser?.alive ? this.parser : await this.start();
        return await within(PARSE_MS, limit.signal, this.parser, sql);
      });
    } finally {
      limit.clear();
      this.restLater();
    }
  }

  async run(sql: string, { signal, timeLimitMs, user, masked, ...limits }: RunOptions): Promise<SandboxResult> {
    checkLength(sql);
    const signals = this.signals(signal);
    const waiting = deadline(signals, timeLimitMs, waitedTooLong(timeLimitMs));
    const work = this.queue.use(user, waiting.signal, async () => {
      waiting.clear();
      const child = this.takeIdle() ?? (await this.start());
      const running = deadline(signals, timeLimitMs, ranTooLong(timeLimitMs));
      try {
        return await child.ask({ type: 'run', sql, masked, ...limits }, running.signal);
      } finally {
        running.clear();
        this.free(child);
      }
    });
    return work.finally(waiting.clear);
  }

  async close(): Promise<void> {
    clearTimeout(this.resting);
    const reason = new QueryError(REPLACED);
    this.closing.abort(reason);
    for (const child of this.children) child.kill(reason);
  }

  private signals(signal: AbortSignal | undefined): AbortSignal[] {
    this.closing.signal.throwIfAborted();
    return [this.closing.signal, ...(signal ? [signal] : [])];
  }

  private takeIdle(): SandboxChild | undefined {
    const child = this.idle.pop();
    return child === undefined || child.alive ? child : this.takeIdle();
  }

  private free(child: SandboxChild): void {
    if (child.tired) child.kill(new QueryError(REPLACED));
    else if (child.alive) this.idle.push(child);
    this.restLater();
  }

  private async start(): Promise<SandboxChild> {
    const { connections, memoryMb, tempDirectory, ...rest } = this.options;
    const each = Math.max(LEAST_MB, Math.floor(memoryMb / connections));
    const own = `${tempDirectory}-${++this.started}`;
    const options = { ...rest, memoryMb: each, connections: 1, perUser: 1, tempDirectory: own };
    const child: SandboxChild = new SandboxChild(this.program, () => {
      this.children.delete(child);
      // One that was killed leaves behind what it has spilled.
      void rm(own, { recursive: true, force: true }).catch(() => undefined);
    });
    this.children.add(child);
    await child.ask({ type: 'open', options, maxRssBytes: (each + BESIDE_MB) * MB }, this.closing.signal);
    return child;
  }

  /** Ends processes that nobody has used for a while. */
  private restLater(): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      for (const child of this.idle.splice(0)) child.kill(new QueryError(REPLACED));
    }, IDLE_MS).unref();
  }
}

/** The syntax tree, or an end with the process that cannot give it in time. */
async function within(ms: number, signal: AbortSignal, child: SandboxChild, sql: string): Promise<string> {
  const reading = deadline([signal], ms, new QueryError('The SQL takes too long to be read. Write it more simply.'));
  try {
    return await child.ask({ type: 'parse', sql }, reading.signal);
  } finally {
    reading.clear();
  }
}
