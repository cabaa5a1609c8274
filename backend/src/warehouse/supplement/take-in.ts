import type { DuckDBConnection } from '@duckdb/node-api';
import { queryRows } from '../build/database';
import { RULES } from '../load/rules';
import { SOURCES } from '../load/sources';
import type { Model } from '../models';
import type { SupplementedTable } from './tables';

/** What became of a supplement's rows of one table. */
export interface TakenIn {
  rows: number;
  /** Rows whose key no file has. */
  added: number;
  /** Rows whose key no file has either, and that cannot stand alone yet, e.g. a review of an order that is not known. */
  waiting: number;
}

/**
 * Adds a supplement's rows to the staging table of a file that has been read, but for those whose keys it has. Rows that
 * break a rule, which would be refused in a file, wait for a later build.
 */
export async function takeIn(lane: DuckDBConnection, model: Model, table: SupplementedTable): Promise<TakenIn> {
  const staging = `memory.main.${model.name}`;
  const rules = RULES[table]!;
  const names = Object.keys(SOURCES[table].columns).join(', ');
  await lane.run(`CREATE OR REPLACE VIEW raw_${table} AS SELECT ${names} FROM supplement.main.${table}`);
  const [before] = await queryRows(
    lane,
    `SELECT coalesce(max(rowid), -1) AS last, (SELECT count(*) FROM raw_${table}) AS rows FROM ${staging}`,
  );
  const same = rules.key.map((column) => `s.${column} = n.${column}`).join(' AND ');
  const inserted = await lane.run(
    `INSERT INTO ${staging}
     SELECT n.* FROM (${model.sql}) n WHERE NOT EXISTS (SELECT 1 FROM ${staging} s WHERE ${same})`,
  );
  const waiting = await lane.run(
    `DELETE FROM ${staging} WHERE rowid > ${Number(before?.['last'])}
     AND rowid IN (SELECT row_id FROM (${rules.sql}) WHERE reason IS NOT NULL)`,
  );
  return {
    rows: Number(before?.['rows']),
    added: inserted.rowsChanged - waiting.rowsChanged,
    waiting: waiting.rowsChanged,
  };
}
