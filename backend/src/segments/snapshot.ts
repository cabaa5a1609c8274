import { createHash } from 'node:crypto';
import { SEGMENTS, type ResolvedSettings } from '../contract';
import type { Engine } from '../warehouse/engine';
import createSnapshot from './sql/snapshot.sql';

/** How many as-of dates are kept at once: a dashboard asks for one or two, a replay of history for one after the other. */
const KEPT = 8;

export interface SnapshotKey {
  asOf: string;
  settings: Pick<ResolvedSettings, 'churnDays' | 'segmentGrid'>;
}

/** As SQL literals: a closed list of ours, few and often repeated, so that they are kept as codes. */
const SEGMENT_NAMES = SEGMENTS.map((name) => `'${name}'`).join(', ');

interface Kept {
  table: string;
  ready: Promise<void>;
  users: number;
  usedAt: number;
}

/**
 * Customer snapshots ("one row per customer as of a day", sql/snapshot.sql) as tables in the reader's scratch space:
 * made once when first asked for, shared by all who ask meanwhile, the longest unused dropped. One instance serves one
 * generation.
 */
export class Snapshots {
  private readonly kept = new Map<string, Kept>();
  private clock = 0;

  constructor(private readonly engine: Engine) {}

  /** Calls `use` with the name of the snapshot's table, which stays until `use` has ended. */
  async with<T>(key: SnapshotKey, use: (table: string) => Promise<T>): Promise<T> {
    const entry = this.entry(key);
    entry.users++;
    entry.usedAt = ++this.clock;
    try {
      await entry.ready;
      return await use(entry.table);
    } finally {
      entry.users--;
      await this.dropUnused();
    }
  }

  private entry(key: SnapshotKey): Kept {
    const table = tableName(key);
    const known = this.kept.get(table);
    if (known) return known;
    const entry: Kept = { table, ready: this.create(table, key), users: 0, usedAt: 0 };
    this.kept.set(table, entry);
    entry.ready.catch(() => this.kept.delete(table));
    return entry;
  }

  // Not cancelled with the query that asked first: others wait for the same table.
  private create(table: string, { asOf, settings }: SnapshotKey): Promise<void> {
    return this.engine.run(
      createSnapshot.replace('{table}', () => table).replace('{segments}', () => SEGMENT_NAMES),
      {
        as_of: asOf,
        churn_days: settings.churnDays,
        grid: settings.segmentGrid.flat(),
      },
    );
  }

  private async dropUnused(): Promise<void> {
    const idle = [...this.kept.entries()]
      .filter(([, entry]) => entry.users === 0)
      .sort((a, b) => a[1].usedAt - b[1].usedAt);
    for (const [key, entry] of idle.slice(0, Math.max(0, this.kept.size - KEPT))) {
      this.kept.delete(key);
      await this.engine.run(`DROP TABLE IF EXISTS ${entry.table}`);
    }
  }
}

/** A name made of nothing but a hash: no part of a request ever becomes SQL text. */
function tableName({ asOf, settings }: SnapshotKey): string {
  const identity = JSON.stringify([asOf, settings.churnDays, settings.segmentGrid]);
  return `memory.main.snapshot_${createHash('sha256').update(identity).digest('hex').slice(0, 16)}`;
}
