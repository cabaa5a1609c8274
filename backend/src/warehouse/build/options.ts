import { availableParallelism } from 'node:os';
import type { BuildLimits } from './limits';
import { DEFAULT_LIMITS } from './limits';
import { databaseMemory } from './memory';

export interface BuildProgress {
  /** What is being done, in plain words. */
  step: string;
  /** Share of the whole build that is done, 0 to 1. */
  share: number;
}

export interface BuildOptions {
  /** Folder with the CSV files. */
  data: string;
  /** Folder of the warehouse. */
  out: string;
  /** True: generated sample data, not a shop's own. */
  sample?: boolean;
  /** How the data's place is shown; absent: the folder. */
  source?: string;
  /** Memory that the whole process may take, e.g. `1GiB`; what does not fit waits on disk. */
  memoryLimit?: string;
  threads?: number;
  limits?: Partial<BuildLimits>;
  /** Milliseconds to wait for another build to end; absent: do not wait. */
  waitMs?: number;
  onProgress?: (progress: BuildProgress) => void;
  signal?: AbortSignal;
}

export type ResolvedBuildOptions = BuildOptions & {
  sample: boolean;
  source: string;
  /** DuckDB's own part of the memory. */
  memoryBytes: number;
  threads: number;
  limits: BuildLimits;
};

const MOST_THREADS = 4;

export function resolveOptions(options: BuildOptions): ResolvedBuildOptions {
  return {
    ...options,
    sample: options.sample ?? false,
    source: options.source ?? options.data,
    memoryBytes: databaseMemory(options.memoryLimit ?? '1GiB'),
    threads: options.threads ?? Math.min(MOST_THREADS, availableParallelism()),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
  };
}
