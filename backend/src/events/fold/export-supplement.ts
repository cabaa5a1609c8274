import { rm } from 'node:fs/promises';
import { publishSupplement, supplementDraft, type Supplement } from '../../warehouse';
import { allEventsSql } from '../archive/archive';
import { ROW_TABLES, rowsSql } from '../rows/rows';
import type { EventStore } from '../store/store';

/**
 * Turns all events up to `lastSeq` into rows that every later build in the warehouse folder takes in.
 *
 * @throws WarehouseError or DuckDB's error when they cannot be written; builds then take in what they did before
 */
export async function exportSupplement(store: EventStore, out: string, lastSeq: number): Promise<Supplement> {
  const draft = await supplementDraft(out);
  try {
    await rm(draft, { force: true });
    const events = await allEventsSql(store, lastSeq);
    const rows = await store.exportTables(
      draft,
      Object.fromEntries(ROW_TABLES.map((table) => [table, rowsSql(table, events)])),
    );
    return await publishSupplement(out, draft, { name: 'events', rows });
  } finally {
    await rm(draft, { force: true });
    await rm(`${draft}.wal`, { force: true });
  }
}
