import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { moveDurably } from '../../warehouse/generations/durable';
import { digestFile } from '../../warehouse/generations/publish';
import { version } from '../../version';
import { MANIFEST, type ArchivedFile, type BackupManifest } from './manifest';

/** A file to put into an archive: where it lies, and its path within the warehouse folder. */
export interface FileToArchive {
  from: string;
  path: string;
}

/** DuckDB's files are compressed already: more work would save little. */
const LEVEL = 1;

/**
 * Writes an archive of files that nobody changes meanwhile, with a manifest of their sums in front. It is at `to` only
 * once it is whole and on the disk; only its owner may read it.
 *
 * @returns its size, its SHA-256 and how many files are in it
 */
export async function writeArchive(
  files: readonly FileToArchive[],
  to: string,
  madeAt: Date,
): Promise<{ bytes: number; sha256: string; files: number }> {
  const listed: ArchivedFile[] = [];
  for (const { from, path } of files) listed.push({ path, ...(await digestFile(from)) });
  const draft = `${to}.${process.pid}.new`;
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const tar = pack();
  try {
    const filling = fill(tar, files, manifestText(listed, madeAt)).catch((error: unknown) => {
      tar.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    const target = createWriteStream(draft, { mode: 0o600, flags: 'w' });
    await pipeline(tar, createGzip({ level: LEVEL }), hashing, target);
    await filling;
    await chmod(draft, 0o600);
    await moveDurably(draft, to);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return { bytes: (await stat(to)).size, sha256: hash.digest('hex'), files: listed.length };
}

function manifestText(files: ArchivedFile[], madeAt: Date): string {
  const manifest: BackupManifest = {
    format: 'churnwatch backup',
    version: 1,
    churnwatch: version,
    made_at: madeAt.toISOString(),
    files,
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

async function fill(tar: Pack, files: readonly FileToArchive[], manifest: string): Promise<void> {
  tar.entry({ name: MANIFEST, mode: 0o600 }, manifest);
  for (const { from, path } of files) {
    const { size, mtime } = await stat(from);
    const entry = tar.entry({ name: path, size, mtime, mode: 0o600 });
    await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), entry);
  }
  tar.finalize();
}

/** The name of a backup made at a time, such as `churnwatch-20261122-001500.tar.gz`. */
export function archiveName(madeAt: Date): string {
  const [day, time = ''] = madeAt.toISOString().split('T');
  return `churnwatch-${day?.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}.tar.gz`;
}

/** Path of an archive in the folder where a serving process puts them. */
export const archivePath = (out: string, madeAt: Date): string => join(out, 'backups', archiveName(madeAt));
