import type { ColumnReader } from './columns-reader';
import { TextBuilder } from './columns-text';
import { bytesBehindPointer, elementsOf, isValid, type VectorSlice } from './columns-vector';

/** A string_t of DuckDB: four words, the first its length; then the text, or 4 bytes of it and a pointer to all. */
const WORDS = 4;
const LONGEST_INLINE = 12;

/** Reads a VARCHAR column. */
export function stringReader(): ColumnReader {
  const builder = new TextBuilder();
  return {
    append: (slice) => {
      const words = elementsOf(slice, Uint32Array, WORDS);
      const lengths = lengthsOf(words, slice);
      const start = builder.end;
      builder.reserve(lengths);
      copyTexts(words, lengths, builder.bytes, start);
    },
    finish: () => builder.finish(),
  };
}

function lengthsOf(words: Uint32Array, { mask, rows }: VectorSlice): Int32Array {
  const lengths = new Int32Array(rows);
  // What a null row holds is left over from other rows: its length counts for nothing.
  for (let row = 0; row < rows; row++) if (isValid(mask, row)) lengths[row] = words[WORDS * row] ?? 0;
  return lengths;
}

function copyTexts(words: Uint32Array, lengths: Int32Array, target: Uint8Array, start: number): void {
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength);
  let heap: Uint8Array = new Uint8Array();
  let heapAt = 0;
  let at = start;
  for (let row = 0; row < lengths.length; row++) {
    const length = lengths[row] ?? 0;
    if (length <= LONGEST_INLINE) {
      copyInline(words, row, length, view, at);
      at += length;
      continue;
    }
    if (heapAt === heap.length) {
      heap = bytesBehindPointer(words, WORDS * row + 2, adjoiningSize(words, lengths, row));
      heapAt = 0;
    }
    const size = sizeUntilInline(lengths, row, heap.length - heapAt);
    target.set(heap.subarray(heapAt, heapAt + size.bytes), at);
    heapAt += size.bytes;
    at += size.bytes;
    row += size.rows - 1;
  }
}

/** Copies whole words; what that writes past the text is overwritten by the next one or lies past the last. */
function copyInline(words: Uint32Array, row: number, length: number, target: DataView, at: number): void {
  if (length > 0) target.setUint32(at, words[WORDS * row + 1] ?? 0, true);
  if (length > 4) target.setUint32(at + 4, words[WORDS * row + 2] ?? 0, true);
  if (length > 8) target.setUint32(at + 8, words[WORDS * row + 3] ?? 0, true);
}

/**
 * How many bytes the long text of `row` and the next long ones take that adjoin it in memory. In a vector's heap long
 * texts mostly lie one after the other; taking them with one call is what makes them cheap.
 */
function adjoiningSize(words: Uint32Array, lengths: Int32Array, row: number): number {
  const address = addressAt(words, row);
  let size = lengths[row] ?? 0;
  for (let next = row + 1; next < lengths.length; next++) {
    const length = lengths[next] ?? 0;
    if (length <= LONGEST_INLINE) continue;
    if (addressAt(words, next) !== address + size) break;
    size += length;
  }
  return size;
}

/** Addresses of user space have 47 to 52 bits: exact in a double. */
function addressAt(words: Uint32Array, row: number): number {
  return (words[WORDS * row + 3] ?? 0) * 2 ** 32 + (words[WORDS * row + 2] ?? 0);
}

/** The long texts from `row` on without a short one in between, up to `limit` bytes. */
function sizeUntilInline(lengths: Int32Array, row: number, limit: number): { bytes: number; rows: number } {
  let bytes = 0;
  let next = row;
  for (; next < lengths.length && bytes < limit; next++) {
    const length = lengths[next] ?? 0;
    if (length <= LONGEST_INLINE) break;
    bytes += length;
  }
  return { bytes, rows: next - row };
}
