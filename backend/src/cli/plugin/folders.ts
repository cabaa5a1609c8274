import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../contract';

/**
 * The folder with the shop's files, or undefined for the generated sample: when no folder is set, and when the folder
 * is there but holds no CSV file yet. A folder that does not exist is a mistake that the build explains.
 */
export function dataFolder({ dataFolder: folder }: Settings): string | undefined {
  if (folder === undefined) return undefined;
  try {
    return readdirSync(folder).some((name) => /\.csv(\.gz)?$/i.test(name)) ? folder : undefined;
  } catch {
    return folder;
  }
}

/**
 * Where the warehouse goes: the folder that is set, else `.churnwatch` in the data folder, else (no data folder, or one
 * that may not be written to) a folder of this user's own below the system's temporary one.
 *
 * @param uid of the data source: each has a warehouse of its own
 */
export function warehouseFolder(settings: Settings, uid: string): string {
  if (settings.warehouseFolder !== undefined) return settings.warehouseFolder;
  if (settings.dataFolder !== undefined && isWritable(settings.dataFolder))
    return join(settings.dataFolder, '.churnwatch');
  return join(privateFolder(), createHash('sha256').update(uid).digest('hex').slice(0, 16));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return existsSync(folder);
  } catch {
    return false;
  }
}

/** Others may write to the temporary folder: the name could be a trap laid there before us. */
function privateFolder(): string {
  const { uid, username } = userInfo();
  const folder = join(tmpdir(), `churnwatch-${uid >= 0 ? uid : username}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (uid >= 0 && found.uid !== uid)) {
    throw new Error(`${folder} belongs to somebody else. Set a warehouse folder in the data source settings.`);
  }
  return folder;
}
