import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { literal } from '../../warehouse/duckdb/sql';
import { moveDurably } from '../../warehouse/generations/durable';
import type { EventLog } from '../log/log';
import type { EventStore } from '../store/store';

/** Columns of an event, wherever it lies. */
const COLUMNS = 'seq, id, type, customer_id, order_id, occurred_at, received_at, source, body';
const DRAFT = '.new';

/**
 * All events up to `lastSeq`, those that have left the table too, as a relation for a FROM clause.
 */
export async function allEventsSql(store: EventStore, lastSeq: number): Promise<string> {
  const files = (await archivesOf(store)).map((file) => literal(join(archiveFolder(store), file)));
  const kept = `SELECT ${COLUMNS} FROM events WHERE seq <= ${lastSeq}`;
  if (files.length === 0) return `(${kept}) AS all_events`;
  return `(${kept} UNION ALL SELECT ${COLUMNS} FROM read_parquet([${files.join(', ')}])) AS all_events`;
}

/**
 * Moves events that have been in the log for long out of its table, into a Parquet file beside it. Only those go that
 * have had their effect and are in the warehouse. Their ids stay, so that they are taken for duplicates as before.
 *
 * @param before ms since 1970-01-01 UTC: those go that were received earlier
 * @returns how many went
 */
export async function archiveEvents(log: EventLog, before: number): Promise<number> {
  const { store } = log;
  const done = Math.min(log.seqOf('processed'), log.seqOf('folded'));
  const [row] = await store.rows(
    `SELECT count(*) AS events, max(seq) AS last FROM events WHERE seq <= $done
     AND seq < coalesce((SELECT min(seq) FROM events WHERE received_at >= cast($before AS TIMESTAMP)), 9e18)`,
    { done, before: new Date(before).toISOString() },
  );
  const [events, last] = [Number(row?.['events']), Number(row?.['last'])];
  if (events === 0) return 0;
  const file = await freeName(store, `events-to-${last}`);
  await writeArchive(store, join(archiveFolder(store), file), last);
  await store.transaction(async (statements) => {
    await statements.run('INSERT INTO archives VALUES ($file, $last)', { file, last });
    await statements.run('DELETE FROM events WHERE seq <= $last', { last });
  });
  return events;
}

/**
 * Removes what a crash left half written. Whole files stay, also those that the store does not name: it may have been
 * begun anew, and they are all that is left of the events before.
 */
export async function removeDrafts(store: EventStore): Promise<void> {
  for (const name of await readdir(archiveFolder(store)).catch(() => [])) {
    if (name.endsWith(DRAFT)) await rm(join(archiveFolder(store), name), { force: true });
  }
}

const archiveFolder = (store: EventStore): string => join(dirname(store.file), 'archive');

async function archivesOf(store: EventStore): Promise<string[]> {
  return (await store.rows('SELECT file FROM archives ORDER BY last_seq')).map((row) => String(row['file']));
}

/** A store that was begun anew counts from 1 again: the files of the one before it may have the same numbers. */
async function freeName(store: EventStore, name: string): Promise<string> {
  const taken = new Set(await readdir(archiveFolder(store)).catch(() => []));
  let file = `${name}.parquet`;
  for (let copy = 2; taken.has(file); copy++) file = `${name}-${copy}.parquet`;
  return file;
}

async function writeArchive(store: EventStore, path: string, last: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}${DRAFT}`;
  await store.exportParquet(draft, `SELECT ${COLUMNS} FROM events WHERE seq <= ${last} ORDER BY seq`);
  await moveDurably(draft, path);
}
