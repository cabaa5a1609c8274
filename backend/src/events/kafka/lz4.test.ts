import { unpackLz4 } from './lz4';

const MOST = 1_000;
const MAGIC = [0x04, 0x22, 0x4d, 0x18];
const END = [0, 0, 0, 0];
/** Independent blocks of up to 64 KiB, as Kafka's own clients make them; the last byte is a sum. */
const HEAD = [...MAGIC, 0x60, 0x40, 0x82];
const block = (...bytes: number[]): number[] => [bytes.length, 0, 0, 0, ...bytes];
const [A, B] = [0x61, 0x62];
/** `ab`, eighteen more of that, and an end without anything. */
const REPEATED = [0x2e, A, B, 2, 0, 0];
const textOf = (bytes: number[], most = MOST): string => unpackLz4(Buffer.from(bytes), most).toString();

it('reads what others have packed', () => {
  const data = 'BCJNGGBAgikAAACzeyJpZCI6ImExIiwKABUyCgDaMyJ9IGFuZCBzbyBvbgoAYCBzbyBvbgAAAAA=';
  const text = '{"id":"a1","id":"a2","id":"a3"} and so on and so on and so on';
  expect(textOf([...Buffer.from(data, 'base64')])).toBe(text);
});

it('reads repetitions within a block, of a block before, and very long ones', () => {
  expect(textOf([...HEAD, ...block(...REPEATED), ...END])).toBe('ab'.repeat(10));
  expect(textOf([...HEAD, ...block(0x20, A, B), ...block(0x00, 2, 0, 0), ...END])).toBe('ababab');
  expect(textOf([...HEAD, ...block(0x1f, A, 1, 0, 255, 10, 0), ...END])).toBe('a'.repeat(1 + 4 + 15 + 255 + 10));
});

it('reads blocks that were left as they are, sums, sizes, several frames, and those of others', () => {
  expect(textOf([...HEAD, 2, 0, 0, 0x80, A, B, ...END])).toBe('ab');
  const withAll = [
    ...MAGIC,
    0x7c,
    0x40,
    20,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0x82,
    ...block(...REPEATED),
    9,
    9,
    9,
    9,
    ...END,
    9,
    9,
    9,
    9,
  ];
  const other = [0x53, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 7];
  expect(textOf([...withAll, ...other, ...HEAD, ...block(0x10, A), ...END])).toBe(`${'ab'.repeat(10)}a`);
});

it.each([
  ['is no frame of LZ4', [1, 2, 3, 4]],
  ['is of another version', [...MAGIC, 0xa0, 0x40, 0x82, ...END]],
  ['needs a dictionary', [...MAGIC, 0x61, 0x40, 0x82, ...END]],
  ['ends within a block', [...HEAD, ...block(0x20, A, B)]],
  ['ends within a block', [...HEAD, ...block(0x20, A), ...END]],
  ['ends within a block', [...HEAD, 9, 0, 0, 0, 0x20, A, B]],
  ['repeats what is not there', [...HEAD, ...block(0x1e, A, 2, 0, 0), ...END]],
  ['repeats what is not there', [...HEAD, ...block(0x1e, A, 0, 0, 0), ...END]],
])('refuses what %s', (reason, bytes) => {
  expect(() => textOf(bytes)).toThrow(reason);
});

it('takes no more room than there is', () => {
  const bytes = [...HEAD, ...block(...REPEATED), ...END];
  expect(textOf(bytes, 20)).toHaveLength(20);
  expect(() => textOf(bytes, 19)).toThrow(expect.objectContaining({ name: 'NoRoomError' }));
});
