import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import { countWhere } from '../../../contract';

/** What the model said of every customer as of one day, an entry per customer, by ascending key. */
export interface DayScores {
  customerKeys: Int32Array;
  churnProbability: Float64Array;
  /** In the shop's currency. */
  valueIfReturns: Float64Array;
}

/** Version of the bytes below. */
const MAGIC = Buffer.from('CWSCORE1');
const DIGEST_BYTES = 32;
const COUNT_AT = MAGIC.length + DIGEST_BYTES;
/** A multiple of 8, so that the numbers can be looked at where they are. */
const HEAD_BYTES = COUNT_AT + 8;
const BYTES_EACH = 8 + 8 + 4;

/** The numbers as they lie in memory, with a digest before them. */
export function encodeDay({ customerKeys, churnProbability, valueIfReturns }: DayScores): Buffer {
  const count = customerKeys.length;
  const bytes = Buffer.alloc(HEAD_BYTES + count * BYTES_EACH);
  MAGIC.copy(bytes);
  bytes.writeUIntLE(count, COUNT_AT, 6);
  let at = HEAD_BYTES;
  for (const { buffer, byteOffset, byteLength } of [churnProbability, valueIfReturns, customerKeys]) {
    Buffer.from(buffer, byteOffset, byteLength).copy(bytes, at);
    at += byteLength;
  }
  digestOf(bytes).copy(bytes, MAGIC.length);
  return bytes;
}

/** What `encodeDay` was given; undefined where the bytes are not whole, were changed, or come from a machine unlike this one. */
export function decodeDay(bytes: Uint8Array): DayScores | undefined {
  // An own buffer: numbers of eight bytes can only be looked at from such a place.
  const own = Buffer.from(new Uint8Array(bytes).buffer);
  if (own.length < HEAD_BYTES || !own.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const count = own.readUIntLE(COUNT_AT, 6);
  if (own.length !== HEAD_BYTES + count * BYTES_EACH) return undefined;
  if (!own.subarray(MAGIC.length, COUNT_AT).equals(digestOf(own))) return undefined;
  return {
    churnProbability: new Float64Array(own.buffer, HEAD_BYTES, count),
    valueIfReturns: new Float64Array(own.buffer, HEAD_BYTES + count * 8, count),
    customerKeys: new Int32Array(own.buffer, HEAD_BYTES + count * 16, count),
  };
}

/** Of all but the digest's own place; the order of bytes is part of what it vouches for. */
function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(endianness()).update(bytes.subarray(COUNT_AT)).digest();
}

/** Where a customer is among the keys; -1 where it is not. */
export function positionOf(customerKeys: Int32Array, key: number): number {
  const at = countWhere(customerKeys, (one) => one < key);
  return customerKeys[at] === key ? at : -1;
}
