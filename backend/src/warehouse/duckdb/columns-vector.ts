import raw, { type Vector } from '@duckdb/node-bindings';
import type { DuckDBDataChunk } from '@duckdb/node-api';

/** The part of a column that one chunk holds. */
export interface VectorSlice {
  chunk: DuckDBDataChunk;
  index: number;
  vector: Vector;
  rows: number;
  /** One bit per row, least significant first, 1 = valid; absent when every row of the slice is valid. */
  mask?: Uint8Array;
}

type ViewConstructor<T> = {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
};

/** Column `index` of a chunk. */
export function sliceOf(chunk: DuckDBDataChunk, index: number): VectorSlice {
  const rows = chunk.rowCount;
  const vector = raw.data_chunk_get_vector(chunk.chunk, index);
  return { chunk, index, vector, rows, mask: maskOf(vector, rows) };
}

/** DuckDB keeps its masks in words of 64 rows. The bindings answer null, whatever they declare, when nothing is null. */
function maskOf(vector: Vector, rows: number): Uint8Array | undefined {
  const mask: Uint8Array | null = raw.vector_get_validity(vector, Math.ceil(rows / 64) * 8);
  return mask ?? undefined;
}

/** A copy of the slice's values as DuckDB lays them out, `width` bytes a row. Rows that are null hold anything. */
export function bytesOf(slice: VectorSlice, width: number): Uint8Array {
  return raw.vector_get_data(slice.vector, slice.rows * width);
}

/** The slice's values as elements of a typed array, `perRow` of them for each row. */
export function elementsOf<T>(slice: VectorSlice, View: ViewConstructor<T>, perRow = 1): T {
  const count = slice.rows * perRow;
  const bytes = bytesOf(slice, perRow * View.BYTES_PER_ELEMENT);
  const aligned = bytes.byteOffset % View.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice();
  return new View(aligned.buffer, aligned.byteOffset, count);
}

/** Whether the bit of `row` is set; without a mask all are. */
export function isValid(mask: Uint8Array | undefined, row: number): boolean {
  return mask === undefined || ((mask[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}

/** Copies the `length` bytes behind the pointer at word `index`, which is how long strings lie in a vector. */
export function bytesBehindPointer(words: Uint32Array, index: number, length: number): Uint8Array {
  if (!(words.buffer instanceof ArrayBuffer)) throw new TypeError('vector data in shared memory has no pointers');
  return raw.get_data_from_pointer(words.buffer, words.byteOffset + index * words.BYTES_PER_ELEMENT, length);
}
