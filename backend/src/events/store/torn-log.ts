import { open, readFile } from 'node:fs/promises';
import { messageOf } from '../../warehouse';
import { writeDurably } from '../../warehouse/generations/durable';

/** How DuckDB names the place in a write-ahead log from which on it cannot be read: behind the head of an entry. */
const PLACE = /Corrupt WAL file: entry at byte position (\d+)/;
/** How long an entry is, and its sum. */
const HEAD_BYTES = 16;

/** Told of what was mended, and had to be left out for it. */
export type TellMended = (message: string, error: unknown) => void;

/**
 * Cuts off the end of a store's write-ahead log that cannot be read: a power cut can leave zeros, or half of what was being
 * written, where nothing had been acknowledged yet. DuckDB leaves out an end that breaks off, and refuses one like that. The
 * log as it was is kept beside it. What is damaged before its end is left as it is: what follows was acknowledged.
 *
 * @param failure why the store could not be opened
 * @returns whether something was cut off, so that the store can be opened again
 */
export async function cutTornLog(file: string, failure: unknown, tell: TellMended): Promise<boolean> {
  const place = Number(PLACE.exec(messageOf(failure))?.[1]);
  const log = `${file}.wal`;
  const bytes = await readFile(log).catch(() => Buffer.alloc(0));
  if (!(place >= HEAD_BYTES && place <= bytes.length) || isFollowed(bytes, place)) return false;
  const kept = `${log}.torn-${Date.now()}`;
  await writeDurably(kept, bytes);
  const handle = await open(log, 'r+');
  try {
    // A part of the entry's head is left, which is an end that breaks off.
    await handle.truncate(place - 1);
    await handle.sync();
  } finally {
    await handle.close();
  }
  tell(
    `the last ${bytes.length - place + 1} bytes of what was written to the store of events cannot be read, as after a power cut, and were left out; ${kept} holds them`,
    failure,
  );
  return true;
}

/** Whether anything but zeros stands behind the entry whose head ends at a place. */
function isFollowed(log: Buffer, place: number): boolean {
  const length = Number(log.readBigUInt64LE(place - HEAD_BYTES));
  return log.subarray(Math.min(log.length, place + length)).some((byte) => byte !== 0);
}
