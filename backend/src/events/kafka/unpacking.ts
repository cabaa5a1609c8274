import * as zlib from 'node:zlib';
import type { compressionsAlgorithmsByBitmask } from '@platformatic/kafka';
import { unpackLz4 } from './lz4';
import { NoRoomError } from './packed';
import { unpackSnappy } from './snappy';

/** A few kilobytes can hold gigabytes. */
const MOST_BYTES = 32 * 1024 * 1024;

type Algorithms = typeof compressionsAlgorithmsByBitmask;
type Packed = Parameters<NonNullable<Algorithms[string]>['decompressSync']>[0];
/** Takes what may come out of it at most, where that can be said beforehand. */
type Unpack = (data: Buffer, most: number) => Buffer;

/** The bits by which Kafka's batches tell how they are compressed. */
const GZIP = 1;
const SNAPPY = 2;
const LZ4 = 3;
const ZSTD = 4;

// Node.js has it since 22.15.
const { gunzipSync, zstdDecompressSync } = zlib as typeof zlib & { zstdDecompressSync?: typeof zlib.gunzipSync };

const taught = new WeakSet<Algorithms>();

/** Has the client of Kafka unpack no more of an answer than memory can hold, and what Kafka's own clients make of snappy. */
export function teachUnpacking(algorithms: Algorithms): void {
  if (taught.has(algorithms)) return;
  taught.add(algorithms);
  const room = new Room(MOST_BYTES);
  for (const [bits, algorithm] of Object.entries(algorithms)) {
    const unpack = unpackOf(Number(bits), (data) => algorithm.decompressSync(data));
    const decompressSync = (data: Packed): Buffer => room.unpack(unpack, Buffer.isBuffer(data) ? data : data.buffer);
    algorithms[bits] = { ...algorithm, decompressSync };
  }
}

function unpackOf(bits: number, unpack: (data: Buffer) => Buffer): Unpack {
  if (bits === GZIP) return (data, most) => gunzipSync(data, { maxOutputLength: most });
  if (bits === ZSTD && zstdDecompressSync) return (data, most) => zstdDecompressSync(data, { maxOutputLength: most });
  // The client's own take all the memory that they are told to, and keep it: also what failed, each time that it is tried.
  if (bits === SNAPPY) return unpackSnappy;
  return bits === LZ4 ? unpackLz4 : unpack;
}

/** Room for all that is unpacked without a pause: the batches of one answer. */
export class Room {
  private left: number;

  constructor(private readonly most: number) {
    this.left = most;
  }

  /** @throws Error when there is too much in it */
  unpack(how: Unpack, data: Buffer): Buffer {
    queueMicrotask(() => (this.left = this.most));
    const unpacked = this.within(() => how(data, Math.max(1, this.left)));
    this.left -= unpacked.length;
    if (this.left < 0) throw this.tooMuch();
    return unpacked;
  }

  private within(unpack: () => Buffer): Buffer {
    try {
      return unpack();
    } catch (error) {
      throw error instanceof NoRoomError || isOfZlib(error) ? this.tooMuch() : error;
    }
  }

  private tooMuch(): Error {
    const most = `${this.most / 1024 / 1024} MiB`;
    return new Error(`it takes more than ${most} once it is unpacked, have producers send smaller batches`);
  }
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
