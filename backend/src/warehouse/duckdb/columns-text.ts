import { bytesBehindPointer, bytesOf, isValid, type VectorSlice } from './columns-vector';

/** The text of a column: the UTF-8 bytes of all rows and where each row starts. */
export interface Text {
  values: Uint8Array;
  offsets: Int32Array;
}

/** A string_t of DuckDB: 16 bytes, 4 of length; up to 12 bytes of text follow, or 4 of prefix and 8 of pointer. */
const STRING_BYTES = 16;
const STRING_WORDS = 4;
const LONGEST_INLINE = 12;
const LONGEST_TEXT = 2 ** 31 - 1;

/**
 * VARCHAR as Arrow's text.
 * @throws RangeError when the texts of the column are longer than 2 GiB together, which the layout cannot address.
 */
export function copyStrings(slices: readonly VectorSlice[], rows: number): Text {
  const offsets = new Int32Array(rows + 1);
  const vectors: Strings[] = [];
  let at = 0;
  for (const slice of slices) {
    const strings = stringsOf(slice);
    addLengths(strings, slice.mask, offsets, at);
    vectors.push(strings);
    at += slice.rows;
  }
  const values = new Uint8Array(offsets[rows] ?? 0);
  at = 0;
  for (const strings of vectors) {
    copyVector(strings, offsets.subarray(at, at + strings.rows + 1), values);
    at += strings.rows;
  }
  return { values, offsets };
}

interface Strings {
  bytes: Uint8Array;
  words: Uint32Array;
  rows: number;
}

function stringsOf(slice: VectorSlice): Strings {
  const bytes = bytesOf(slice, STRING_BYTES);
  return { bytes, words: new Uint32Array(bytes.buffer, bytes.byteOffset, slice.rows * STRING_WORDS), rows: slice.rows };
}

function addLengths({ words, rows }: Strings, mask: Uint8Array | undefined, offsets: Int32Array, at: number): void {
  let end = offsets[at] ?? 0;
  for (let i = 0; i < rows; i++) {
    // What a null row holds is left over from other rows: its length counts for nothing.
    if (isValid(mask, i)) end += words[STRING_WORDS * i] ?? 0;
    offsets[at + i + 1] = end;
  }
  if (end > LONGEST_TEXT) throw new RangeError('the texts of one column are longer than 2 GiB together');
}

function copyVector(strings: Strings, offsets: Int32Array, values: Uint8Array): void {
  let row = 0;
  while (row < strings.rows) {
    const start = offsets[row] ?? 0;
    const length = (offsets[row + 1] ?? 0) - start;
    if (length > LONGEST_INLINE) {
      const end = endOfRun(strings, offsets, row);
      const size = (offsets[end] ?? 0) - start;
      values.set(bytesBehindPointer(strings.bytes, STRING_BYTES * row + 8, size), start);
      row = end;
      continue;
    }
    const from = STRING_BYTES * row + 4;
    for (let k = 0; k < length; k++) values[start + k] = strings.bytes[from + k] ?? 0;
    row++;
  }
}

/**
 * The row after the last one whose text adjoins that of `row` in memory. Long strings of a vector mostly lie one after
 * the other in its heap; taking a run with one call is what makes them cheap.
 */
function endOfRun({ words, rows }: Strings, offsets: Int32Array, row: number): number {
  const start = offsets[row] ?? 0;
  const address = addressAt(words, row);
  let next = row + 1;
  while (next < rows) {
    const from = offsets[next] ?? 0;
    const length = (offsets[next + 1] ?? 0) - from;
    if (length <= LONGEST_INLINE || addressAt(words, next) !== address + (from - start)) break;
    next++;
  }
  return next;
}

/** Addresses of user space have 47 to 52 bits: exact in a double. */
function addressAt(words: Uint32Array, row: number): number {
  return (words[STRING_WORDS * row + 3] ?? 0) * 2 ** 32 + (words[STRING_WORDS * row + 2] ?? 0);
}
