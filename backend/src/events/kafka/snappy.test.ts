import { unpackSnappy } from './snappy';

const MOST = 1_000;
const head = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
/** A piece as it is, of a few letters. */
const piece = (text: string): number[] => [(text.length - 1) << 2, ...Buffer.from(text)];
/** What begins with the length of all that comes out of it. */
const packed = (length: number, ...elements: number[][]): Buffer => Buffer.from([length, ...elements.flat()]);
const block = (data: Buffer, length = data.length): Buffer => Buffer.concat([Buffer.from([0, 0, 0, length]), data]);
const textOf = (data: Buffer, most = MOST): string => unpackSnappy(data, most).toString();

it('reads the blocks of a frame, and what is in none', () => {
  const [ab, c] = [packed(2, piece('ab')), packed(1, piece('c'))];
  expect(textOf(Buffer.concat([head, block(ab), block(c)]))).toBe('abc');
  expect(textOf(head)).toBe('');
  expect(textOf(ab)).toBe('ab');
});

it('reads what others have packed', () => {
  const data = 'PSh7ImlkIjoiYTEiLA0KADIVCjAzIn0gYW5kIHNvIG9uTgoA';
  const text = '{"id":"a1","id":"a2","id":"a3"} and so on and so on and so on';
  expect(textOf(Buffer.from(data, 'base64'))).toBe(text);
});

it('reads repetitions of each kind, and long pieces', () => {
  expect(textOf(packed(6, piece('ab'), [0b001, 2]))).toBe('ababab');
  expect(textOf(packed(5, piece('ab'), [(2 << 2) | 2, 2, 0]))).toBe('ababa');
  expect(textOf(packed(5, piece('ab'), [(2 << 2) | 3, 1, 0, 0, 0]))).toBe('abbbb');
  expect(textOf(packed(4, [60 << 2, 3, ...Buffer.from('abcd')]))).toBe('abcd');
  expect(textOf(Buffer.from([0x80, 0x01, ...piece('a'), (63 << 2) | 2, 1, 0, (62 << 2) | 2, 1, 0]))).toBe(
    'a'.repeat(128),
  );
});

it.each([
  ['ends within a block', Buffer.concat([head, block(packed(2, piece('ab')), 9)])],
  ['ends within a block', Buffer.concat([head, Buffer.from([0, 0])])],
  ['ends within a block', Buffer.concat([head, Buffer.from([0xff, 0xff, 0xff, 0xfc])])],
  ['has another length', packed(3, piece('ab'))],
  ['repeats what is not there', packed(6, piece('ab'), [0b001, 3])],
  ['does not say how long', Buffer.alloc(9, 0xff)],
])('refuses what %s', (reason, data) => {
  expect(() => textOf(data)).toThrow(reason);
});

it('takes no more room than there is, for all blocks of a frame', () => {
  const data = Buffer.concat([head, block(packed(2, piece('ab'))), block(packed(2, piece('cd')))]);
  expect(textOf(data, 4)).toBe('abcd');
  expect(() => textOf(data, 3)).toThrow(expect.objectContaining({ name: 'NoRoomError' }));
  expect(() => textOf(packed(2, piece('ab'), [0b001, 2]), 5)).toThrow(expect.objectContaining({ name: 'NoRoomError' }));
});
