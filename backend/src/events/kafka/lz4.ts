import { Packed, Unpacked } from './packed';

const FRAME = 0x184d2204;
/** Frames of others, to be left out, have one of sixteen numbers from here on. */
const OTHERS = 0x184d2a50;

/** Bits of a frame's first byte. */
const VERSION = 0xc0;
const VERSION_1 = 0x40;
const BLOCK_SUMS = 0x10;
const SIZE = 0x08;
const SUM = 0x04;
const DICTIONARY = 0x01;

/** Of a block's length: it was left as it is. */
const NOT_PACKED = 0x80000000;
/** Repetitions are at least so long. */
const LEAST = 4;
/** Of a length in four bits: more follows. */
const AND_MORE = 15;

/**
 * Unpacks frames of LZ4. The sums in them are not looked at: Kafka's batches have one of their own.
 * Source: github.com/lz4/lz4, doc/lz4_Frame_format.md and doc/lz4_Block_format.md.
 *
 * @throws NoRoomError when more than `most` bytes would come out; Error when it is none, or broken
 */
export function unpackLz4(data: Buffer, most: number): Buffer {
  const [packed, unpacked] = [new Packed(data), new Unpacked(most)];
  while (!packed.isRead) {
    const kind = packed.number(4);
    if (kind === FRAME) readFrame(packed, unpacked);
    else if (kind - (kind % 16) === OTHERS) packed.take(packed.number(4));
    else throw new Error('What was compressed is no frame of LZ4.');
  }
  return unpacked.whole;
}

function readFrame(packed: Packed, unpacked: Unpacked): void {
  const flags = packed.byte();
  const has = (bit: number): boolean => (flags & bit) !== 0;
  if ((flags & VERSION) !== VERSION_1) throw new Error('What was compressed is of another version of LZ4.');
  if (has(DICTIONARY)) throw new Error('What was compressed with LZ4 needs a dictionary.');
  // The largest block, the size of all, and a sum of the head.
  packed.take(1 + (has(SIZE) ? 8 : 0) + 1);
  for (let length = packed.number(4); length !== 0; length = packed.number(4)) {
    if (length >= NOT_PACKED) unpacked.add(packed.take(length - NOT_PACKED));
    else readBlock(new Packed(packed.take(length)), unpacked);
    if (has(BLOCK_SUMS)) packed.take(4);
  }
  if (has(SUM)) packed.take(4);
}

function readBlock(block: Packed, unpacked: Unpacked): void {
  while (!block.isRead) {
    const lengths = block.byte();
    unpacked.add(block.take(lengthFrom(block, lengths >> 4)));
    // The last piece is followed by nothing.
    if (block.isRead) return;
    const distance = block.number(2);
    unpacked.repeat(distance, LEAST + lengthFrom(block, lengths & AND_MORE));
  }
}

function lengthFrom(block: Packed, short: number): number {
  let length = short;
  for (let more = short === AND_MORE; more;) {
    const next = block.byte();
    length += next;
    more = next === 255;
  }
  return length;
}
