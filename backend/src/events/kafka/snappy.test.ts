import { withFrames } from './snappy';

/** Stands in for snappy: what it is told of is easily seen. */
const decompress = withFrames((block) => Buffer.from(block.toString().toUpperCase()));
const head = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
const block = (text: string, length = text.length): Buffer => Buffer.from([0, 0, 0, length, ...Buffer.from(text)]);

it('reads the blocks of a frame, and what is in none', () => {
  expect(decompress(Buffer.concat([head, block('ab'), block('c')])).toString()).toBe('ABC');
  expect(decompress(head).toString()).toBe('');
  expect(decompress(Buffer.from('ab')).toString()).toBe('AB');
});

it('refuses a frame that ends within a block', () => {
  expect(() => decompress(Buffer.concat([head, block('ab', 9)]))).toThrow('ends within a block');
  expect(() => decompress(Buffer.concat([head, Buffer.from([0, 0])]))).toThrow();
});
