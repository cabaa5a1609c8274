import { DuckDBTypeId, type DuckDBDataChunk, type DuckDBType } from '@duckdb/node-api';
import { elementsOf, isValid, sliceOf } from '../duckdb/columns-vector';

/** DuckDB keeps each text in 16 bytes, of which the first four hold its length. */
const WORDS_PER_TEXT = 4;

const STORED_AS_TEXT: ReadonlySet<DuckDBTypeId> = new Set([DuckDBTypeId.VARCHAR, DuckDBTypeId.BLOB]);

/**
 * Bytes of the text or blob in each row of a chunk's column, told without reading it: one of a gigabyte must not be
 * copied only to find that it is too long. Undefined for columns of other types.
 */
export function textLengths(chunk: DuckDBDataChunk, index: number, type: DuckDBType): Uint32Array | undefined {
  if (!STORED_AS_TEXT.has(type.typeId)) return undefined;
  const slice = sliceOf(chunk, index);
  const words = elementsOf(slice, Uint32Array, WORDS_PER_TEXT);
  return Uint32Array.from({ length: slice.rows }, (_, row) =>
    isValid(slice.mask, row) ? (words[row * WORDS_PER_TEXT] ?? 0) : 0,
  );
}
