import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { WarehouseError, messageOf } from '../errors';
import type { InputFile } from './inputs';

/**
 * Unpacks a gzipped file to the end and throws the content away: DuckDB takes a file that was cut off for a shorter one.
 *
 * @throws WarehouseError `bad_input` when the file is cut off or damaged
 */
export async function verifyGzip(file: InputFile, signal?: AbortSignal): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(
      createReadStream(file.path, { highWaterMark: 1 << 18 }),
      createGunzip({ chunkSize: 1 << 18 }),
      nowhere,
      { signal },
    );
  } catch (error) {
    signal?.throwIfAborted();
    const cutOff = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
    throw new WarehouseError(
      'bad_input',
      `${file.name} ${cutOff ? 'is cut off: the gzip data ends too early' : `is damaged: ${messageOf(error)}`}.`,
      'Copy or download the file again.',
      { cause: error },
    );
  }
}
