import { copyFile, open, rename, stat } from 'node:fs/promises';
import { messageOf } from '../../warehouse';

/** How DuckDB names the place in a write-ahead log from which on it cannot be read. */
const PLACE = /Corrupt WAL file: entry at byte position (\d+)/;

/** Told of what was mended, and had to be left out for it. */
export type TellMended = (message: string, error: unknown) => void;

/**
 * Cuts off the end of a store's write-ahead log that cannot be read: a power cut can leave zeros, or half of what was being
 * written, where nothing had been acknowledged yet. DuckDB leaves out an end that breaks off, and refuses one like that. All
 * databases read their logs up to the first entry that is not whole; the log as it was is kept beside it.
 *
 * @param failure why the store could not be opened
 * @returns whether something was cut off, so that the store can be opened again
 */
export async function cutTornLog(file: string, failure: unknown, tell: TellMended): Promise<boolean> {
  const place = Number(PLACE.exec(messageOf(failure))?.[1]);
  const log = `${file}.wal`;
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  // The place lies within the entry: one byte less leaves a part of it, which is an end that breaks off.
  if (!(place > 1 && place <= size)) return false;
  const kept = `${log}.torn-${Date.now()}`;
  const draft = `${kept}.new`;
  await copyFile(log, draft);
  await rename(draft, kept);
  const handle = await open(log, 'r+');
  try {
    await handle.truncate(place - 1);
    await handle.sync();
  } finally {
    await handle.close();
  }
  tell(
    `the last ${size - place + 1} bytes of what was written to the store of events cannot be read, as after a power cut, and were left out; ${kept} holds them`,
    failure,
  );
  return true;
}
