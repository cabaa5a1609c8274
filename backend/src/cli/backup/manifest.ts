import { isRecord } from '../../contract';
import { WarehouseError } from '../../warehouse';

/** The first file of each archive: what else is in it. */
export const MANIFEST = 'manifest.json';
/** More than the list of any warehouse's files needs. */
export const MOST_MANIFEST_BYTES = 16 * 1024 * 1024;

export interface ArchivedFile {
  /** Path within the warehouse folder, with slashes. */
  path: string;
  bytes: number;
  /** In hex. */
  sha256: string;
}

export interface BackupManifest {
  format: 'churnwatch backup';
  version: 1;
  /** Version of the Churnwatch that made it. */
  churnwatch: string;
  /** RFC 3339. */
  made_at: string;
  files: ArchivedFile[];
}

const HINT = 'Take another backup; this one cannot be restored.';
/** Neither absolute nor climbing, nothing hidden, nothing that only some systems take for a separator. */
const PATH = /^\w[\w.-]*(\/\w[\w.-]*){0,3}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** Whether a path is one that a backup may hold, and so one that restoring may write. */
export const isArchivable = (path: string): boolean => path.length <= 200 && PATH.test(path);

/**
 * Reads an archive's manifest.
 *
 * @throws WarehouseError `corrupt` when it is none, or names files that no backup of ours holds
 */
export function readBackupManifest(text: string): BackupManifest {
  const json = parsed(text);
  if (!isRecord(json) || json.format !== 'churnwatch backup') throw corrupt('It is no backup of Churnwatch.');
  if (json.version !== 1) throw corrupt(`It is of version ${String(json.version)}; this Churnwatch reads version 1.`);
  const { files, made_at: madeAt, churnwatch } = json;
  if (!Array.isArray(files) || !files.every(isArchivedFile)) throw corrupt('Its list of files makes no sense.');
  if (new Set(files.map(({ path }) => path.toLowerCase())).size < files.length) throw corrupt('It lists a file twice.');
  return { format: 'churnwatch backup', version: 1, churnwatch: String(churnwatch), made_at: String(madeAt), files };
}

/** An archive that cannot be restored. */
export const corrupt = (what: string, cause?: unknown): WarehouseError =>
  new WarehouseError('corrupt', `The archive cannot be restored: ${what}`, HINT, { cause });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw corrupt('Its list of files cannot be read.', error);
  }
}

function isArchivedFile(value: unknown): value is ArchivedFile {
  if (!isRecord(value)) return false;
  const { path, bytes, sha256 } = value;
  if (typeof path !== 'string' || typeof bytes !== 'number' || typeof sha256 !== 'string') return false;
  return isArchivable(path) && Number.isSafeInteger(bytes) && bytes >= 0 && SHA256.test(sha256);
}
