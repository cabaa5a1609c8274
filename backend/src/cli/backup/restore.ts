import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WarehouseError } from '../../warehouse';
import { openEventStore, storeFile } from '../../events/store/store';
import { takeBuildLock } from '../../warehouse/generations/lock';
import { warehousePaths } from '../../warehouse/generations/paths';
import { extractArchive } from './extract';
import { diskFailure } from './failure';
import type { BackupManifest } from './manifest';

const NOTHING =
  'Nothing was replaced. Name a folder that can be written and is no volume itself, beside which there is room for all of it.';

export interface RestoreOptions {
  archive: string;
  /** Folder for the warehouse. */
  out: string;
  /** True: takes the place of a warehouse that is there. */
  force: boolean;
  now?: Date;
}

export interface Restored {
  manifest: BackupManifest;
  /** Where what was there before lies now; absent when nothing was. */
  before?: string;
}

/**
 * Puts a backup in place of a warehouse folder. Everything is unpacked beside it and checked first; until then, and when
 * anything is wrong, the folder stays as it is. What was there is kept under another name.
 *
 * @throws WarehouseError `usage` when there is something already, `busy` while it is in use, `corrupt`, `missing`, `io`
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  try {
    return await putInPlace(options);
  } catch (error) {
    throw diskFailure(error, `The backup could not be restored to ${options.out}`, NOTHING) ?? error;
  }
}

async function putInPlace({ archive, out, force, now = new Date() }: RestoreOptions): Promise<Restored> {
  const occupied = existsSync(out) && (await readdir(out)).length > 0;
  if (occupied && !force) {
    throw new WarehouseError(
      'usage',
      `There is something in ${out} already.`,
      'Name another folder, or add --force to have it replaced; it is kept under another name then.',
    );
  }
  if (occupied) await checkIdle(out);
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const beside = join(dirname(out), `.${basename(out)}.restoring-${process.pid}`);
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true, mode: 0o700 });
  try {
    const manifest = await extractArchive(archive, beside, (known) => checkRoom(known, beside));
    const before = occupied ? `${out}.before-${stamp}` : undefined;
    await swap(beside, out, before);
    return { manifest, before };
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

/** @throws WarehouseError `busy` while a build is at work in the folder, or a process keeps its events */
async function checkIdle(out: string): Promise<void> {
  const lock = await takeBuildLock(warehousePaths(out).lock);
  try {
    if (existsSync(storeFile(out))) await (await openEventStore(out)).close();
  } catch (error) {
    // One that is damaged is what a backup is restored for.
    if (error instanceof WarehouseError && error.code === 'busy') throw error;
  } finally {
    await lock.release();
  }
}

async function checkRoom({ files }: BackupManifest, folder: string): Promise<void> {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const { bavail, bsize } = await statfs(folder);
  if (needed <= bavail * bsize) return;
  const [need, free] = [needed, bavail * bsize].map((bytes) => `${Math.ceil(bytes / 1e6)} MB`);
  throw new WarehouseError('io', `The backup needs ${need}, and ${free} are free.`, `Make room beside ${folder}.`);
}

/** Between its two steps there is no folder `out`, which whoever asks meanwhile is told; a failure undoes the first. */
async function swap(from: string, out: string, before: string | undefined): Promise<void> {
  if (before !== undefined) await rename(out, before);
  // An empty folder may be there, which a rename replaces.
  try {
    await rename(from, out);
  } catch (error) {
    if (before !== undefined) await rename(before, out);
    throw error;
  }
}
