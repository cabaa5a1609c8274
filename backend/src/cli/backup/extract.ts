import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { messageOf, WarehouseError } from '../../warehouse';
import { diskFailure } from './failure';
import {
  corrupt,
  MANIFEST,
  MOST_MANIFEST_BYTES,
  readBackupManifest,
  type ArchivedFile,
  type BackupManifest,
} from './manifest';

/** One file of an archive. */
type Entry = AsyncIterable<unknown> & { header: Header };

/**
 * Unpacks an archive into an empty folder. Only the files of its manifest are written, each only when it has the size
 * and the sum that stand there.
 *
 * @param ready told of the manifest before anything is written
 * @throws WarehouseError `corrupt` saying what is wrong with it, `missing` when there is no such file
 */
export async function extractArchive(
  archive: string,
  folder: string,
  ready: (manifest: BackupManifest) => Promise<void>,
): Promise<BackupManifest> {
  const tar = extract();
  const unzipping = pipeline(createReadStream(archive), createGunzip(), tar);
  // Whoever reads the entries meets the same failure.
  unzipping.catch(() => undefined);
  let manifest: BackupManifest | undefined;
  const missing = new Map<string, ArchivedFile>();
  try {
    for await (const entry of tar) {
      if (manifest) {
        await writeFile(entry, missing, folder);
      } else {
        manifest = await manifestIn(entry);
        for (const file of manifest.files) missing.set(file.path, file);
        await ready(manifest);
      }
    }
    await unzipping;
  } catch (error) {
    throw inWords(archive, error);
  }
  if (!manifest) throw corrupt('It is empty.');
  const [absent] = missing.keys();
  if (absent !== undefined) throw corrupt(`It lacks ${absent}.`);
  return manifest;
}

async function manifestIn(entry: Entry): Promise<BackupManifest> {
  const { name, size, type } = entry.header;
  if (name !== MANIFEST || type !== 'file') throw corrupt('It does not begin with the list of its files.');
  if (size > MOST_MANIFEST_BYTES) throw corrupt('Its list of files is absurdly long.');
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return readBackupManifest(Buffer.concat(chunks).toString('utf8'));
}

async function writeFile(entry: Entry, missing: Map<string, ArchivedFile>, folder: string): Promise<void> {
  const file = expected(entry.header, missing);
  missing.delete(file.path);
  const path = join(folder, file.path);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(entry, hashing, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  if (hash.digest('hex') !== file.sha256) throw corrupt(`${file.path} was changed.`);
  const handle = await open(path, 'r+');
  await handle.sync().finally(() => handle.close());
}

function expected({ name, size, type }: Header, missing: ReadonlyMap<string, ArchivedFile>): ArchivedFile {
  if (type !== 'file') throw corrupt(`${JSON.stringify(name)} in it is no file but a ${type}.`);
  const file = missing.get(name);
  if (!file) throw corrupt(`${JSON.stringify(name)} in it is not in its list, or stands there twice.`);
  if (file.bytes !== size) throw corrupt(`${name} has ${size} bytes instead of ${file.bytes}.`);
  return file;
}

function inWords(archive: string, error: unknown): unknown {
  if (error instanceof WarehouseError) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EISDIR') {
    return new WarehouseError('missing', `There is no archive ${archive}.`, 'Name the file that a backup has made.');
  }
  return (
    diskFailure(error, 'The archive could not be unpacked', 'Nothing was replaced.') ??
    corrupt(`It is cut off or damaged (${messageOf(error)}).`, error)
  );
}
