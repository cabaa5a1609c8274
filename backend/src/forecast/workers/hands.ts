import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import workerpool, { type Pool } from 'workerpool';
import { toldBy } from '../../contract';
import { ForecastError } from '../forecast';
import { TASKS, type JobOf, type ResultOf, type TaskName } from './tasks';

/** Idle threads are ended after so long: they hold some 50 MB each. */
const IDLE_MS = 60_000;
/** A thread whose work is no longer wanted is given no longer to stop by itself, which a computing one cannot. */
const GRACE_MS = 50;
const ENDED_AFTER_MS = 500;

export interface HandsOptions {
  /** The bundled worker's entry (forecast-worker.mjs); without it, and with 0 workers, this thread does the work. */
  workerUrl?: URL;
  workers?: number;
}

/** Those who work: threads, or this one. */
export interface Hands {
  /** How many tasks are done at a time. */
  count: number;
  /**
   * @throws ForecastError from the task, or when a thread died
   * @throws the signal's reason when it is aborted; a thread that works on the task is ended
   */
  run<T extends TaskName>(task: T, job: JobOf<T>, signal: AbortSignal): Promise<ResultOf<T>>;
  /** Ends the threads. */
  close(): Promise<void>;
}

export function openHands({ workerUrl, workers = availableParallelism() }: HandsOptions = {}): Hands {
  return workerUrl === undefined || workers === 0 ? thisThread() : new Threads(workerUrl, workers);
}

function thisThread(): Hands {
  return {
    count: 1,
    run: async <T extends TaskName>(task: T, job: JobOf<T>, signal: AbortSignal) => {
      // Others get their turn between two tasks.
      await setImmediate();
      signal.throwIfAborted();
      const work = TASKS[task] as (job: JobOf<T>) => Promise<ResultOf<T>>;
      return work(job);
    },
    close: async () => {},
  };
}

class Threads implements Hands {
  private pool?: Pool;
  private running = 0;
  private idle?: NodeJS.Timeout;
  private closed = false;

  constructor(
    private readonly workerUrl: URL,
    readonly count: number,
  ) {}

  async run<T extends TaskName>(task: T, job: JobOf<T>, signal: AbortSignal): Promise<ResultOf<T>> {
    signal.throwIfAborted();
    if (this.closed) throw new ForecastError('The forecaster is closed.');
    clearTimeout(this.idle);
    this.running++;
    try {
      return await this.exec(task, job, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw asForecastError(error);
    } finally {
      this.running--;
      if (this.running === 0 && !this.closed) this.idle = setTimeout(() => void this.endPool(), IDLE_MS).unref();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.idle);
    await this.endPool();
  }

  private async exec<T extends TaskName>(task: T, job: JobOf<T>, signal: AbortSignal): Promise<ResultOf<T>> {
    this.pool ??= workerpool.pool(fileURLToPath(this.workerUrl), {
      workerType: 'thread',
      maxWorkers: this.count,
      workerTerminateTimeout: GRACE_MS,
      // Read and dropped: what runs as WebAssembly prints ("Exception thrown"), and Grafana reads this process's output.
      emitStdStreams: true,
    });
    const running = this.pool.exec(task, [job]);
    let stop = (): void => {};
    const aborted = new Promise<never>((_, reject) => {
      stop = () => {
        running.cancel();
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      return (await Promise.race([running, aborted])) as ResultOf<T>;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  private async endPool(): Promise<void> {
    const pool = this.pool;
    this.pool = undefined;
    // By force: what still runs is no longer wanted. A thread that died by itself never reports that it ended.
    await pool?.terminate(true, ENDED_AFTER_MS).catch(() => {});
  }
}

function asForecastError(error: unknown): ForecastError {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'ForecastError') return new ForecastError(toldBy(error), { cause: error });
  const reason = message.split('\n')[0];
  return new ForecastError(
    `The forecast could not be made, as the thread that worked on it failed: ${reason}. Try again.`,
    {
      cause: error,
    },
  );
}
