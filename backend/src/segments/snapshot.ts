import { SEGMENTS, type ResolvedSettings } from '../contract';
import type { Engine, SqlParameters } from '../warehouse/engine';
import { KeptTables, tablesKept } from '../warehouse/scratch/kept-tables';
import snapshotSql from './sql/snapshot.sql';

/** How many as-of dates are kept at once: a dashboard asks for one or two, a replay of history for one after the other. */
const KEPT = 8;

export interface SnapshotKey {
  asOf: string;
  settings: Pick<ResolvedSettings, 'churnDays' | 'segmentGrid'>;
}

/** As SQL literals: a closed list of ours, few and often repeated, so that they are kept as codes. */
const SEGMENT_NAMES = SEGMENTS.map((name) => `'${name}'`).join(', ');

/**
 * Customer snapshots ("one row per customer as of a day", sql/snapshot.sql) as tables in the reader's scratch space,
 * shared by all who ask for the same. One instance serves one generation.
 */
export class Snapshots {
  private readonly tables: KeptTables<string>;

  /** @param customers how many the shop has: the more, the fewer days are kept */
  constructor(
    private readonly engine: Engine,
    customers = 0,
  ) {
    this.tables = new KeptTables({ engine, prefix: 'snapshot', most: tablesKept(KEPT, customers) });
  }

  /** Calls `use` with the name of the snapshot's table, which stays until `use` has ended. */
  with<T>(key: SnapshotKey, use: (table: string) => Promise<T>): Promise<T> {
    const { asOf, settings } = key;
    const identity = JSON.stringify([asOf, settings.churnDays, settings.segmentGrid]);
    return this.tables.with(identity, (table) => this.create(table, key), use);
  }

  private async create(table: string, { asOf, settings }: SnapshotKey): Promise<string> {
    const { sql, parameters } = snapshotSelect(settings);
    await this.engine.run(`CREATE TABLE ${table} AS\n${sql}`, { ...parameters, as_of: asOf });
    return table;
  }
}

/** The SELECT of a snapshot's rows, with all that it binds but the as-of day, `$as_of`. */
export function snapshotSelect({ churnDays, segmentGrid }: SnapshotKey['settings']): {
  sql: string;
  parameters: SqlParameters;
} {
  const sql = snapshotSql.replaceAll(/^--.*\n/gm, '').replace('{segments}', () => SEGMENT_NAMES);
  return { sql, parameters: { churn_days: churnDays, grid: segmentGrid.flat() } };
}
