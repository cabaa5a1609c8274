import { DuckDBTypeId, type DuckDBEnumType } from '@duckdb/node-api';
import type { ColumnReader } from './columns-reader';
import { TextBuilder } from './columns-text';
import { elementsOf, isValid, type VectorSlice } from './columns-vector';

/** Reads an ENUM as text. */
export function enumReader({ values, internalTypeId }: DuckDBEnumType): ColumnReader {
  const members = values.map((value) => Buffer.from(value));
  return textReader((slice) => {
    const codes = codesOf(slice, internalTypeId);
    return (row) => (isValid(slice.mask, row) ? members[codes[row] ?? 0] : undefined);
  });
}

/** DuckDB stores an enum in the smallest unsigned integer that holds its positions. */
function codesOf(slice: VectorSlice, storedAs: DuckDBTypeId): Uint8Array | Uint16Array | Uint32Array {
  if (storedAs === DuckDBTypeId.UTINYINT) return elementsOf(slice, Uint8Array);
  return storedAs === DuckDBTypeId.USMALLINT ? elementsOf(slice, Uint16Array) : elementsOf(slice, Uint32Array);
}

/** Reads any other type (lists, structs, intervals, UUIDs, blobs, ...) in its written form. Meant for few rows. */
export function writtenReader(): ColumnReader {
  return textReader(({ chunk, index }) => {
    const vector = chunk.getColumnVector(index);
    return (row) => {
      const value = vector.getItem(row);
      return value === null ? undefined : Buffer.from(String(value));
    };
  });
}

function textReader(textsOf: (slice: VectorSlice) => (row: number) => Uint8Array | undefined): ColumnReader {
  const builder = new TextBuilder();
  return {
    append: (slice) => {
      const textAt = textsOf(slice);
      const texts = Array.from({ length: slice.rows }, (_, row) => textAt(row));
      let at = builder.end;
      builder.reserve(Int32Array.from(texts, (text) => text?.length ?? 0));
      for (const text of texts) {
        if (!text) continue;
        builder.bytes.set(text, at);
        at += text.length;
      }
    },
    finish: () => builder.finish(),
  };
}
