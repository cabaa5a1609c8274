import { gunzipSync, gzipSync } from 'node:zlib';
import { Room, teachUnpacking } from './unpacking';

const zeros = (bytes: number): Buffer => gzipSync(Buffer.alloc(bytes));
const whole = (data: Buffer, most: number): Buffer => gunzipSync(data, { maxOutputLength: most });
/** As those who cannot say beforehand how much comes out. */
const blindly = (data: Buffer): Buffer => gunzipSync(data);

it.each([
  ['by itself', whole],
  ['once it is there', blindly],
])('refuses what takes more room than there is, %s', (_, how) => {
  const room = new Room(1024 * 1024);
  expect(room.unpack(how, zeros(1024 * 1024))).toHaveLength(1024 * 1024);
  expect(() => room.unpack(how, zeros(1))).toThrow('more than 1 MiB once it is unpacked');
});

it('has all of its room again for the next answer', async () => {
  const room = new Room(1_000);
  room.unpack(whole, zeros(1_000));
  await Promise.resolve();
  expect(room.unpack(whole, zeros(1_000))).toHaveLength(1_000);
});

it('leaves other errors as they are', () => {
  expect(() => new Room(1_000).unpack(whole, Buffer.from('no gzip'))).toThrow('incorrect header check');
});

/** One letter, repeated some 36 million times. */
const repeated = Buffer.concat([Buffer.from([0x1f, 0x61, 1, 0]), Buffer.alloc(140_000, 255), Buffer.from([0, 0])]);
const lengthOf = ({ length }: Buffer): Buffer => Buffer.from(Uint32Array.of(length).buffer);
const lz4Bomb = Buffer.concat([Buffer.from('04224d18604082', 'hex'), lengthOf(repeated), repeated, Buffer.alloc(4)]);

it.each([
  ['snappy', '2', Buffer.from([0x80, 0x80, 0x80, 0x80, 0x03, 0, 0x61])],
  ['lz4', '3', lz4Bomb],
])('refuses what takes too much room before it is there: %s', (_, bits, data) => {
  const algorithm = { decompressSync: jest.fn<Buffer, [Buffer]>() };
  const algorithms: Record<string, typeof algorithm> = { [bits]: algorithm };
  teachUnpacking(algorithms as unknown as Parameters<typeof teachUnpacking>[0]);
  expect(() => algorithms[bits]?.decompressSync(data)).toThrow('more than 32 MiB once it is unpacked');
  expect(algorithm.decompressSync).not.toHaveBeenCalled();
});
