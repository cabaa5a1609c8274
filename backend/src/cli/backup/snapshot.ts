import { copyFile, link, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRecord } from '../../contract';
import { WarehouseError } from '../../warehouse';
import { isArchivable } from './manifest';

/**
 * What is not kept: work in progress, locks, other backups, scores of past days, which are worked out again, and the events'
 * file, which the store itself copies.
 */
const LEFT_OUT = /^(tmp|backups|scores)\/|^events\/events\.duckdb|\.lock(\.|$)|\.new$|\.guard$/;
/** Where the store of events puts old ones. */
const OLD_EVENTS = /^events\//;
/** Files that are never written to again once they are in place: a second name for them is a copy. */
const NEVER_CHANGED = /^(generations|models|events\/archive)\/|^current\.json$/;
/** Files that name others; looked at before these, which stay a while after nobody names them any more. */
const POINTER = /^current\.json$|^models\/champion-\d+\.json$/;
const TRIES = 3;

/**
 * Makes a copy of a warehouse folder as it is at one moment, while building, training and serving go on.
 *
 * @returns paths of the files in `target`, with slashes
 * @throws WarehouseError `corrupt` when what is served is not whole
 */
export async function snapshot(out: string, target: string): Promise<string[]> {
  for (let attempt = 1; ; attempt++) {
    const folder = join(target, String(attempt));
    const paths = await copyAll(out, folder);
    const absent = await namedButAbsent(folder, paths);
    if (absent === undefined) return paths.map((path) => `${attempt}/${path}`);
    // Two builds may have ended while it was copied.
    if (attempt === TRIES) {
      throw new WarehouseError('corrupt', `${join(out, absent)} is missing.`, 'Build and train anew, then back up.');
    }
  }
}

/**
 * Copies the files of old events. To be called after the store was copied, which names them: a file is in its place
 * before the store names it, and never goes away.
 *
 * @returns paths of the files in `target`, within it as within `out`
 */
export async function copyOldEvents(out: string, target: string): Promise<string[]> {
  const paths = (await filesOf(out)).filter((path) => OLD_EVENTS.test(path));
  for (const path of paths) await copyOne(out, target, path);
  return paths;
}

async function copyAll(out: string, folder: string): Promise<string[]> {
  const paths = (await filesOf(out)).filter((path) => !OLD_EVENTS.test(path));
  const ordered = [...paths.filter((path) => POINTER.test(path)), ...paths.filter((path) => !POINTER.test(path))];
  const copied: string[] = [];
  for (const path of ordered) if (await copyOne(out, folder, path)) copied.push(path);
  return copied;
}

async function filesOf(out: string): Promise<string[]> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(out, '/').length).replaceAll('\\', '/'))
    .filter((path) => !LEFT_OUT.test(path) && isArchivable(path))
    .sort();
}

/** @returns false when the file has gone meanwhile */
async function copyOne(out: string, folder: string, path: string): Promise<boolean> {
  const [from, to] = [join(out, path), join(folder, path)];
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    if (NEVER_CHANGED.test(path) && (await isLinked(from, to))) return true;
    await copyFile(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Not every file system knows second names. */
async function isLinked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    return false;
  }
}

/** A file that a pointer leads to and that is not there. */
async function namedButAbsent(folder: string, paths: readonly string[]): Promise<string | undefined> {
  for (const pointer of paths.filter((path) => POINTER.test(path))) {
    const id = await idIn(join(folder, pointer));
    const named =
      pointer === 'current.json' ? [`generations/${id}.duckdb`, `generations/${id}.json`] : [`models/${id}.model.json`];
    const absent = named.find((path) => !paths.includes(path));
    if (absent !== undefined) return absent;
  }
  return undefined;
}

async function idIn(pointer: string): Promise<string> {
  const json: unknown = JSON.parse(await readFile(pointer, 'utf8'));
  return isRecord(json) ? String(json.id) : '';
}
