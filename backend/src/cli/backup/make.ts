import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupMade } from '../../contract';
import { openEventStore, storeFile } from '../../events/store/store';
import { WarehouseError } from '../../warehouse';
import { archivePath, writeArchive } from './archive';
import { refuseExisting } from './ask-server';
import { diskFailure } from './failure';
import { snapshot } from './snapshot';

export interface BackupOptions {
  /** Folder with the warehouse. */
  out: string;
  /** Where the archive goes; absent: into `backups` of the folder, where the newest are kept. */
  to?: string;
  /** Writes a copy of the events to a new file, by the store that has them open; absent: nobody has. */
  copyEvents?(file: string): Promise<void>;
  now?: Date;
}

const KEPT = 5;
const NEEDED = 'It needs room for a copy of the events in the warehouse folder, and for the archive where that goes.';
const LEFT_BEHIND_MS = 24 * 3_600_000;

/**
 * Puts a copy of all that a warehouse folder keeps into one archive, while work goes on.
 *
 * @throws WarehouseError `missing` when there is no warehouse, `busy` when another process has the events open, `io`
 */
export async function makeBackup(options: BackupOptions): Promise<BackupMade> {
  try {
    return await archiveAll(options);
  } catch (error) {
    throw diskFailure(error, 'The backup could not be made', NEEDED) ?? error;
  }
}

async function archiveAll({ out, to, copyEvents, now = new Date() }: BackupOptions): Promise<BackupMade> {
  if (to !== undefined) refuseExisting(to);
  const file = to ?? archivePath(out, now);
  const temporary = join(out, 'tmp');
  await checkWarehouse(out);
  await mkdir(temporary, { recursive: true });
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await removeLeftovers(temporary, now);
  const work = await mkdtemp(join(temporary, 'backup-'));
  try {
    const copyStore = existsSync(storeFile(out)) ? (copyEvents ?? copierOf(out)) : undefined;
    const { folder, paths } = await snapshot(out, work, copyStore);
    const files = paths.map((path) => ({ from: join(folder, path), path }));
    const made = await writeArchive(files, file, now);
    if (to === undefined) await removeOld(dirname(file));
    return { file, ...made, made_at: now.toISOString() };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function checkWarehouse(out: string): Promise<void> {
  if (existsSync(join(out, 'current.json'))) return;
  throw new WarehouseError('missing', `There is no warehouse in ${out}.`, 'Name its folder with --out.');
}

function copierOf(out: string) {
  return async (file: string): Promise<void> => {
    const store = await openEventStore(out).catch((error: unknown) => {
      throw error instanceof WarehouseError && error.code === 'busy' ? keptElsewhere(error) : error;
    });
    await store.copyTo(file).finally(() => store.close());
  };
}

const keptElsewhere = (cause: WarehouseError): WarehouseError =>
  new WarehouseError('busy', cause.message, 'Let that process make the backup, by --server ADDRESS; or end it.', {
    cause,
  });

/** What a backup that was killed has left. */
async function removeLeftovers(temporary: string, now: Date): Promise<void> {
  for (const name of await readdir(temporary)) {
    if (!name.startsWith('backup-')) continue;
    const info = await stat(join(temporary, name)).catch(() => undefined);
    if (info && now.getTime() - info.mtimeMs > LEFT_BEHIND_MS) {
      await rm(join(temporary, name), { recursive: true, force: true });
    }
  }
}

async function removeOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^churnwatch-\d{8}-\d{6}\.tar\.gz$/.test(name)).sort();
  // One that cannot be removed now goes next time.
  for (const name of names.slice(0, -KEPT)) await rm(join(folder, name), { force: true }).catch(() => undefined);
}
