import { DuckDBTypeId, type DuckDBEnumType } from '@duckdb/node-api';
import { elementsOf, isValid, type VectorSlice } from './columns-vector';
import type { Text } from './columns-text';

/** ENUM as text. */
export function enumsToText(slices: readonly VectorSlice[], rows: number, { values, internalTypeId }: DuckDBEnumType) {
  const encoded = values.map((member) => Buffer.from(member));
  const parts: Uint8Array[] = [];
  const offsets = new Int32Array(rows + 1);
  let at = 0;
  let end = 0;
  for (const slice of slices) {
    const codes = codesOf(slice, internalTypeId);
    for (let i = 0; i < slice.rows; i++) {
      const text = isValid(slice.mask, i) ? encoded[codes[i] ?? 0] : undefined;
      if (text) {
        parts.push(text);
        end += text.length;
      }
      offsets[++at] = end;
    }
  }
  return { values: joined(parts, end), offsets };
}

/** DuckDB stores an enum in the smallest unsigned integer that holds its positions. */
function codesOf(slice: VectorSlice, storedAs: DuckDBTypeId): Uint8Array | Uint16Array | Uint32Array {
  if (storedAs === DuckDBTypeId.UTINYINT) return elementsOf(slice, Uint8Array);
  return storedAs === DuckDBTypeId.USMALLINT ? elementsOf(slice, Uint16Array) : elementsOf(slice, Uint32Array);
}

/** Any other type (lists, structs, intervals, UUIDs, blobs, ...) in its written form. Meant for few rows. */
export function valuesToText(slices: readonly VectorSlice[], rows: number): Text {
  const parts: Uint8Array[] = [];
  const offsets = new Int32Array(rows + 1);
  let at = 0;
  let end = 0;
  for (const { chunk, index, rows: count } of slices) {
    const vector = chunk.getColumnVector(index);
    for (let i = 0; i < count; i++) {
      const value = vector.getItem(i);
      if (value !== null) {
        const text = Buffer.from(String(value));
        parts.push(text);
        end += text.length;
      }
      offsets[++at] = end;
    }
  }
  return { values: joined(parts, end), offsets };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const values = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return values;
}
