import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GenerationSummary } from '../contract';
import type { Engine } from './engine';
import { WarehouseError } from './errors';
import { openGeneration, type OpenGeneration } from './generations/open';
import { keptLoads } from './generations/loads';
import { warehousePaths } from './generations/paths';
import type { LoadReport } from './report';

export interface WarehouseOptions {
  /** Memory that queries may use before they spill to disk, in DuckDB's notation; absent: as the customers need. */
  memoryLimit?: string;
  threads?: number;
  /** How many queries run at once; the others wait. */
  connections?: number;
  /** The bundled program in whose processes people's own statements run; absent: they run in this one. */
  sandboxProgram?: string;
}

/** The current generation of a warehouse folder; follows the builds. */
export interface Warehouse {
  readonly generation: GenerationSummary;
  /** Set when the current generation could not be used and an older one serves: why. */
  readonly problem: string | undefined;
  /** Runs `work` on the current generation, which stays open until it ends. */
  use<T>(work: (engine: Engine, generation: GenerationSummary) => Promise<T>): Promise<T>;
  /** Looks at once for a newer generation, and moves to it. */
  refresh(): Promise<void>;
  /** The load reports of the generations that are kept in the folder, newest first. */
  loads(): Promise<LoadReport[]>;
  /** Calls back after each move to another generation; returns how to stop that. */
  onSwitch(callback: (generation: GenerationSummary) => void): () => void;
  /** Closes the generation once its last user is done. */
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 1000;
let readers = 0;

interface Leased extends OpenGeneration {
  leases: number;
  retired: boolean;
}

/**
 * Opens the current generation of a warehouse folder, or the one before when it is damaged.
 *
 * @throws WarehouseError `missing` or `corrupt`, saying what to do
 */
export async function openWarehouse(out: string, options: WarehouseOptions = {}): Promise<Warehouse> {
  const paths = warehousePaths(out);
  const readerOptions = () => ({
    // Each reader's own: DuckDB gives the files in it the same names every time.
    tempDirectory: join(paths.temporary, `read-${process.pid}-${++readers}`),
    connections: options.connections ?? 3,
    ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
    ...(options.threads === undefined ? {} : { threads: options.threads }),
    ...(options.sandboxProgram === undefined ? {} : { sandboxProgram: options.sandboxProgram }),
  });
  // Where no warehouse is, as in a folder that was named by mistake, nothing is left behind.
  if (existsSync(paths.generations)) await mkdir(paths.temporary).catch(() => undefined);

  const distrusted = new Set<string>();
  const open = async (): Promise<Leased> => ({
    ...(await openGeneration(paths, readerOptions(), distrusted)),
    leases: 0,
    retired: false,
  });
  const listeners = new Set<(generation: GenerationSummary) => void>();
  let seen = await pointerStamp(paths.pointer);
  let current = await open();
  // Of a clock that nobody sets: set back, it would keep a newer generation away until it had caught up.
  let lookedAt = performance.now();
  let looking: Promise<void> | undefined;

  const closeIfUnused = (generation: Leased) => {
    if (generation.retired && generation.leases === 0) generation.reader.close();
  };

  const look = async () => {
    lookedAt = performance.now();
    const stamp = await pointerStamp(paths.pointer);
    if (stamp === seen || current.retired) return;
    seen = stamp;
    await move();
  };
  const move = async () => {
    // A newer generation that cannot be opened is told about by the next build or start; this one goes on serving.
    const next = await open().catch(() => undefined);
    if (next === undefined) return;
    if (next.summary.id === current.summary.id) {
      next.reader.close();
      current.problem = next.problem;
      return;
    }
    const previous = current;
    current = next;
    previous.retired = true;
    closeIfUnused(previous);
    for (const listener of listeners) listener(next.summary);
  };
  // Damage that shows only when a block is read: later queries run on the generation before, if there is one.
  const distrust = async (damaged: Leased) => {
    distrusted.add(damaged.summary.id);
    await looking;
    if (current === damaged) await (looking = move().finally(() => (looking = undefined)));
  };
  const refresh = () => (looking ??= look().finally(() => (looking = undefined)));

  return {
    get generation() {
      return current.summary;
    },
    get problem() {
      return current.problem;
    },
    refresh,
    async use(work) {
      if (looking !== undefined || performance.now() - lookedAt >= LOOK_EVERY_MS) await refresh();
      const leased = current;
      leased.leases++;
      try {
        return await work(leased.reader, leased.summary);
      } catch (error) {
        if (isCorrupt(error) && leased === current) await distrust(leased);
        throw error;
      } finally {
        leased.leases--;
        closeIfUnused(leased);
      }
    },
    loads: () => keptLoads(out),
    onSwitch(callback) {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
    async close() {
      await looking;
      current.retired = true;
      closeIfUnused(current);
    },
  };
}

function isCorrupt(error: unknown): boolean {
  return error instanceof WarehouseError && error.code === 'corrupt';
}

/** Changes whenever the pointer file is replaced. */
async function pointerStamp(pointer: string): Promise<string> {
  const info = await stat(pointer, { bigint: true }).catch(() => undefined);
  return info === undefined ? '' : `${info.ino}-${info.mtimeNs}-${info.size}`;
}
