import type { Engine } from '../engine';

/** Rows that all tables of one kind may have together, in some half a gigabyte. */
const MOST_ROWS = 3_000_000;
/** Today, a day to compare with, and whichever is asked for. */
const LEAST = 3;

/** How many tables with so many rows each are kept: the larger they are, the fewer. */
export const tablesKept = (most: number, rows: number): number =>
  Math.max(LEAST, Math.min(most, Math.floor(MOST_ROWS / Math.max(1, rows))));

/** Tables made by anyone in this process: several may share a reader. */
let made = 0;

interface Kept<T> {
  table: string;
  ready: Promise<T>;
  users: number;
  usedAt: number;
}

export interface KeptTablesOptions {
  engine: Pick<Engine, 'run'>;
  /** What the tables' names begin with. */
  prefix: string;
  /** How many are kept. */
  most: number;
}

/**
 * Tables in a reader's scratch space: each made once when first asked for, shared by all who ask meanwhile, the longest
 * unused dropped. One instance serves one generation.
 */
export class KeptTables<T> {
  private readonly kept = new Map<string, Kept<T>>();
  private clock = 0;
  private most: number;

  constructor(private readonly options: KeptTablesOptions) {
    this.most = options.most;
  }

  /**
   * Calls `use` with what `create` answered for that key; its table stays until `use` has ended.
   *
   * @param create makes the table whose name it is given
   */
  async with<R>(key: string, create: (table: string) => Promise<T>, use: (made: T) => Promise<R>): Promise<R> {
    const entry = this.entry(key, create);
    entry.users++;
    entry.usedAt = ++this.clock;
    try {
      return await use(await entry.ready);
    } finally {
      entry.users--;
      await this.dropUnused();
    }
  }

  // Not cancelled with the question that asked first: others wait for the same table. A name is never used twice, so
  // that a table can be made anew while the old one is being dropped.
  private entry(key: string, create: (table: string) => Promise<T>): Kept<T> {
    const known = this.kept.get(key);
    if (known) return known;
    const table = `memory.main.${this.options.prefix}_${++made}`;
    const entry: Kept<T> = { table, ready: create(table), users: 0, usedAt: 0 };
    this.kept.set(key, entry);
    entry.ready.catch(() => this.kept.delete(key));
    return entry;
  }

  /** Keeps no table any more: each is dropped once nobody uses it. */
  async clear(): Promise<void> {
    this.most = 0;
    await this.dropUnused();
  }

  private async dropUnused(): Promise<void> {
    const idle = [...this.kept].filter(([, entry]) => entry.users === 0).sort((a, b) => a[1].usedAt - b[1].usedAt);
    for (const [key, entry] of idle.slice(0, Math.max(0, this.kept.size - this.most))) {
      this.kept.delete(key);
      await this.options.engine.run(`DROP TABLE IF EXISTS ${entry.table}`);
    }
  }
}
