import { NoRoomError, Packed, Unpacked } from './packed';

/** How Kafka's Java clients, and brokers, begin what they compress with snappy; two versions of four bytes follow. */
const FRAME = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const HEAD_BYTES = FRAME.length + 8;

/** Of the two lowest bits of an element: a piece, or a repetition whose distance has so many bytes. */
const PIECE = 0;
const NEAR = 1;
/** Lengths of pieces from here on stand in the bytes that follow, one or more of them. */
const LONG = 60;

/**
 * Unpacks snappy, also with the frame that Kafka's Java clients put around it: blocks that each follow their length.
 * Source: github.com/google/snappy, format_description.txt.
 *
 * @throws NoRoomError when more than `most` bytes would come out; Error when it is none, or broken
 */
export function unpackSnappy(data: Buffer, most: number): Buffer {
  const unpacked = new Unpacked(most);
  if (!data.subarray(0, FRAME.length).equals(FRAME)) readBlock(new Packed(data), unpacked, most);
  else {
    const packed = new Packed(data);
    packed.take(HEAD_BYTES);
    while (!packed.isRead) readBlock(new Packed(packed.take(packed.take(4).readInt32BE())), unpacked, most);
  }
  return unpacked.whole;
}

function readBlock(block: Packed, unpacked: Unpacked, most: number): void {
  const end = unpacked.size + readSize(block);
  if (end > most) throw new NoRoomError(`${end} bytes would come out.`);
  while (!block.isRead) readElement(block, unpacked);
  if (unpacked.size !== end) throw new Error('What was compressed with snappy has another length than it says.');
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function readSize(block: Packed): number {
  let size = 0;
  for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
    const next = block.byte();
    size += (next % 128) * factor;
    if (next < 128) return size;
  }
  throw new Error('What was compressed with snappy does not say how long it is.');
}

function readElement(block: Packed, unpacked: Unpacked): void {
  const tag = block.byte();
  const [kind, rest] = [tag & 3, tag >> 2];
  if (kind === PIECE) unpacked.add(block.take(1 + (rest < LONG ? rest : block.number(rest - LONG + 1))));
  else if (kind === NEAR) unpacked.repeat((tag >> 5) * 256 + block.byte(), 4 + (rest & 7));
  else unpacked.repeat(block.number(kind === 2 ? 2 : 4), 1 + rest);
}
