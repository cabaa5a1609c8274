import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode, fromFileSystem, SampleError } from './errors';
import { FILE_KEYS, FILES, TRUTH_FOLDER } from './layout';

/** Where the files are written until they are whole. */
export interface Staging {
  /** The folder to write into. */
  folder: string;
  /** Absolute path of the folder that it becomes. */
  out: string;
  /** Puts the finished folder in place of what was there. */
  commit(): Promise<void>;
  /** Removes all that was written. */
  discard(): Promise<void>;
}

/** Leftovers of runs that were killed are removed when nothing has changed in them for so long. */
const STALE_MS = 3_600_000;

/**
 * Opens a folder beside `out`, so that `out` itself only ever holds a whole sample.
 * @throws SampleError when `out` is a file, holds anything but an earlier sample, or cannot be written to.
 */
export async function openStaging(givenOut: string): Promise<Staging> {
  const out = resolve(givenOut);
  await refuseForeignContent(out);
  const folder = `${stagingPrefix(out)}${process.pid}-${Date.now().toString(36)}`;
  try {
    await mkdir(dirname(out), { recursive: true });
    await removeLeftovers(out);
    await mkdir(join(folder, TRUTH_FOLDER), { recursive: true });
  } catch (error) {
    throw fromFileSystem(error, out);
  }
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return { folder, out, discard, commit: () => replace(out, folder) };
}

function stagingPrefix(out: string): string {
  return join(dirname(out), `.${basename(out)}.partial-`);
}

async function refuseForeignContent(out: string): Promise<void> {
  const entries = await entriesOf(out);
  if (entries.length === 0) return;
  const own = new Set<string>([TRUTH_FOLDER, ...FILE_KEYS.map((key) => FILES[key].name)]);
  const foreign = entries.filter((entry) => !own.has(entry));
  // A shop's own nine files look like a sample's, but have no truth beside them.
  if (foreign.length === 0 && entries.includes(TRUTH_FOLDER)) return;
  const example = foreign[0] ?? entries[0] ?? '';
  throw new SampleError(
    'folder',
    `${out} already holds files that are no earlier sample (${example}). Choose an empty or a new folder.`,
  );
}

async function entriesOf(out: string): Promise<string[]> {
  try {
    return await readdir(out);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw fromFileSystem(error, out);
  }
}

async function replace(out: string, folder: string): Promise<void> {
  const former = `${folder}-former`;
  const existed = (await stat(out).catch(() => null)) !== null;
  try {
    if (existed) await rename(out, former);
    await rename(folder, out);
  } catch (error) {
    if (existed) await rename(former, out).catch(() => undefined);
    throw fromFileSystem(error, out);
  }
  await rm(former, { recursive: true, force: true });
}

async function removeLeftovers(out: string): Promise<void> {
  const prefix = basename(stagingPrefix(out));
  for (const name of await readdir(dirname(out))) {
    if (!name.startsWith(prefix)) continue;
    const path = join(dirname(out), name);
    if (Date.now() - (await lastChange(path)) > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}

async function lastChange(folder: string): Promise<number> {
  let latest = 0;
  for (const path of [folder, ...(await readdir(folder)).map((name) => join(folder, name))]) {
    const found = await stat(path).catch(() => null);
    latest = Math.max(latest, found?.mtimeMs ?? 0);
  }
  return latest;
}
