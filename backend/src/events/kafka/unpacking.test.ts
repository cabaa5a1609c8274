import { gunzipSync, gzipSync } from 'node:zlib';
import { Room } from './unpacking';

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
