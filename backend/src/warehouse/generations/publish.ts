import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { moveDurably, writeDurably } from './durable';
import { readPointer, type Manifest } from './manifest';
import type { WarehousePaths } from './paths';
import { isAlive } from './process';

const GENERATIONS_KEPT = 2;
const READER_REST_MS = 24 * 3_600_000;

/** Makes the warehouse's folders. */
export async function prepareFolders(paths: WarehousePaths): Promise<void> {
  await mkdir(paths.generations, { recursive: true });
  await mkdir(paths.temporary, { recursive: true });
}

/** Removes what a killed build left behind. Only the holder of the build lock may call it. */
export async function removeLeftovers(paths: WarehousePaths): Promise<void> {
  for (const name of await readdir(paths.temporary)) {
    const path = join(paths.temporary, name);
    if (name.startsWith('build-') || (await isLeftByReader(path))) await rm(path, { recursive: true, force: true });
  }
  for (const name of await readdir(paths.out)) {
    if (/^current\.json\..*new$/.test(name)) await rm(join(paths.out, name), { force: true });
  }
  await removeOldGenerations(paths);
}

/** Readers spill to `read-<pid>-<n>`; in another container a process may live that cannot be seen from here. */
async function isLeftByReader(path: string): Promise<boolean> {
  const pid = /^read-(\d+)-\d+$/.exec(basename(path))?.[1];
  if (pid === undefined || isAlive(Number(pid))) return false;
  const info = await stat(path).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs > READER_REST_MS;
}

/** Size and SHA-256 of a file. */
export async function digestFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

/**
 * Puts a finished generation in place and points readers at it. A crash at any moment leaves the pointer on a whole
 * generation: the old one before the last step, the new one after it.
 */
export async function publish(paths: WarehousePaths, database: string, manifest: Manifest): Promise<void> {
  await moveDurably(database, paths.database(manifest.id));
  await writeDurably(paths.manifest(manifest.id), JSON.stringify(manifest, null, 1));
  await writeDurably(paths.pointer, JSON.stringify({ id: manifest.id }));
  await removeOldGenerations(paths);
}

/** Ids of the generations in the folder, newest first. */
export async function listGenerations(paths: WarehousePaths): Promise<string[]> {
  const names = await readdir(paths.generations).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
    .reverse();
}

/** Keeps the current generation and the one before; a file that another process reads lives on until it closes it. */
async function removeOldGenerations(paths: WarehousePaths): Promise<void> {
  const current = await readPointer(paths);
  const others = (await listGenerations(paths)).filter((id) => id !== current);
  const kept = new Set([current, ...others.slice(0, GENERATIONS_KEPT - 1)]);
  for (const name of await readdir(paths.generations)) {
    const id = name.replace(/\..*$/, '');
    // One that cannot be removed now goes at the next build.
    if (!kept.has(id)) await rm(join(paths.generations, name), { force: true }).catch(() => undefined);
  }
}
