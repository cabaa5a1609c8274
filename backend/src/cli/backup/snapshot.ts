import { copyFile, link, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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
const CURRENT = 'current.json';
const POINTER = /^current\.json$|^supplement\.json$|^models\/champion-\d+\.json$/;
const STORE = 'events/events.duckdb';
const TRIES = 3;
const MAKE_ANEW = 'Build and train anew, then back up.';

export interface Snapshot {
  /** Where the copy lies. */
  folder: string;
  /** Its files, with slashes, within it as within the warehouse folder. */
  paths: string[];
}

/**
 * Makes a copy of a warehouse folder as it is at one moment, while building, training and serving go on.
 *
 * @param copyStore writes a copy of the events to a new file; absent: there are none
 * @throws WarehouseError `corrupt` when what is served is not whole, `busy` when it never stays the same for long enough
 */
export async function snapshot(
  out: string,
  target: string,
  copyStore?: (file: string) => Promise<void>,
): Promise<Snapshot> {
  for (let attempt = 1; ; attempt++) {
    const folder = join(target, String(attempt));
    const paths = await copyAll(out, folder);
    if (copyStore) paths.push(...(await copyEvents(out, folder, copyStore)));
    const fault = await faultOf(out, folder, paths);
    if (fault === undefined) return { folder, paths };
    // Builds may have ended while it was copied.
    if (attempt === TRIES) throw fault;
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Copies the store of events, then the files of old ones, which it names: a file is in its place before the store names
 * it, and never goes away.
 *
 * @returns their paths
 */
async function copyEvents(out: string, folder: string, copyStore: (file: string) => Promise<void>): Promise<string[]> {
  await mkdir(join(folder, dirname(STORE)), { recursive: true, mode: 0o700 });
  await copyStore(join(folder, STORE));
  const old = (await filesOf(out)).filter((path) => OLD_EVENTS.test(path));
  for (const path of old) await copyOne(out, folder, path);
  return [STORE, ...old];
}

/** Why a copy cannot be used; undefined when it can. */
async function faultOf(out: string, folder: string, paths: readonly string[]): Promise<WarehouseError | undefined> {
  const absent = await namedButAbsent(folder, paths);
  if (absent !== undefined) {
    return new WarehouseError('corrupt', `${join(out, absent)} is missing.`, MAKE_ANEW);
  }
  // The store notes which events are in the warehouse: it would say so of more than an older generation holds.
  if ((await idIn(join(folder, CURRENT))) === (await idIn(join(out, CURRENT)))) return undefined;
  return new WarehouseError('busy', 'The warehouse was built anew each time it had been copied.', 'Try again later.');
}

async function copyAll(out: string, folder: string): Promise<string[]> {
  const paths = (await filesOf(out)).filter((path) => !OLD_EVENTS.test(path));
  const ordered = [...paths.filter((path) => POINTER.test(path)), ...paths.filter((path) => !POINTER.test(path))];
  const copied: string[] = [];
  for (const path of ordered) if (await copyOne(out, folder, path)) copied.push(path);
  return copied;
}

/** Folder by folder: one that goes away meanwhile, as those of work in progress do, must not take others out of the list. */
async function filesOf(out: string): Promise<string[]> {
  const filesIn = async (folder: string): Promise<string[]> => {
    const entries = await readdir(join(out, folder), { withFileTypes: true }).catch(goneMeanwhile);
    const paths = entries.map(async (entry) => {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) return LEFT_OUT.test(`${path}/`) ? [] : filesIn(`${path}/`);
      return entry.isFile() && !LEFT_OUT.test(path) && isArchivable(path) ? [path] : [];
    });
    return (await Promise.all(paths)).flat();
  };
  return (await filesIn('')).sort();
}

function goneMeanwhile(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
  throw error;
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
    const named = await namedBy(pointer, folder);
    const absent = named.find((path) => !paths.includes(path));
    if (absent !== undefined) return absent;
  }
  return undefined;
}

async function namedBy(pointer: string, folder: string): Promise<string[]> {
  const path = join(folder, pointer);
  if (pointer === 'supplement.json') return [`supplement/${await textIn(path, 'file')}`];
  const id = await idIn(path);
  return pointer === CURRENT ? [`generations/${id}.duckdb`, `generations/${id}.json`] : [`models/${id}.model.json`];
}

const idIn = (pointer: string): Promise<string> => textIn(pointer, 'id');

async function textIn(pointer: string, name: string): Promise<string> {
  try {
    const json: unknown = JSON.parse(await readFile(pointer, 'utf8'));
    if (isRecord(json)) return String(json[name]);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new WarehouseError('corrupt', `${basename(pointer)} cannot be understood.`, MAKE_ANEW);
}
