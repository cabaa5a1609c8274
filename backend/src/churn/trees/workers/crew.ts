import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import workerpool from 'workerpool';
import type { TrainingRun } from '../learner';
import { TASKS, type DonePart, type JobOf, type PartOf, type TaskName } from './tasks';

/** Worker threads could not do their work; the message says what became of them. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
}

/** Those who work on a job: worker threads, or this thread alone. */
export interface Crew {
  /**
   * The parts 0 to `count` of a job, in order, whoever made them.
   *
   * @param job large arrays should lie in shared memory: all else is copied to each thread
   * @throws WorkerError when a thread fails or dies
   * @throws the signal's reason when it is aborted
   */
  deal<T extends TaskName>(task: T, job: JobOf<T>, count: number): Promise<PartOf<T>[]>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** Without a worker's URL, or with 0 workers, this thread does the work, and nothing else meanwhile. */
export function openCrew({ workerUrl, workers = availableParallelism(), signal }: TrainingRun = {}): Crew {
  if (workerUrl === undefined || workers === 0) return thisThread(signal);
  return threads(workerUrl, workers, signal);
}

function thisThread(signal?: AbortSignal): Crew {
  return {
    deal: async <T extends TaskName>(task: T, job: JobOf<T>, count: number) => {
      const make = TASKS[task] as (job: JobOf<T>, index: number) => PartOf<T>;
      return Array.from({ length: count }, (_, index) => {
        signal?.throwIfAborted();
        return make(job, index);
      });
    },
    close: async () => {},
  };
}

function threads(workerUrl: URL, workers: number, signal?: AbortSignal): Crew {
  const pool = workerpool.pool(fileURLToPath(workerUrl), { workerType: 'thread', maxWorkers: workers });
  return {
    deal: async <T extends TaskName>(task: T, job: JobOf<T>, count: number) => {
      signal?.throwIfAborted();
      const counter = new Int32Array(new SharedArrayBuffer(4));
      const hands = Array.from({ length: Math.min(workers, count) }, async () => {
        return (await pool.exec(task, [job, counter, count])) as DonePart<PartOf<T>>[];
      });
      return inOrder((await untilAborted(Promise.all(hands), signal)).flat(), count);
    },
    close: async () => {
      // By force: what still runs is no longer wanted.
      await pool.terminate(true);
    },
  };
}

/** What `work` comes to, or the signal's reason as soon as it is aborted. */
async function untilAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal?.reason);
    signal?.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const message = error instanceof Error ? error.message : String(error);
    throw new WorkerError(`A worker thread did not finish its work: ${message}`, { cause: error });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function inOrder<Part>(done: readonly DonePart<Part>[], count: number): Part[] {
  const parts = new Array<Part>(count);
  for (const { index, part } of done) parts[index] = part;
  if (done.length === count) return parts;
  throw new WorkerError(`Worker threads finished ${done.length} of ${count} parts.`);
}
