import { DuckDBTypeId, type DuckDBEnumType } from '@duckdb/node-api';
import type { ColumnReader } from './columns-reader';
import { TextBuilder } from './columns-text';
import { elementsOf, isValid, type VectorSlice } from './columns-vector';

/** The members of an enum in UTF-8, each beginning at a whole word. */
interface Members {
  /** Bytes of each member. */
  lengths: Int32Array;
  /** The word at which each member begins. */
  starts: Int32Array;
  words: Uint32Array;
}

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Reads an ENUM as text. */
export function enumReader({ values, internalTypeId }: DuckDBEnumType): ColumnReader {
  const members = membersOf(values);
  const builder = new TextBuilder();
  return {
    append: (slice) => {
      const codes = codesOf(slice, internalTypeId);
      const lengths = lengthsOf(codes, slice, members);
      const start = builder.end;
      builder.reserve(lengths);
      copyMembers(codes, lengths, members, builder.bytes, start);
    },
    finish: () => builder.finish(),
  };
}

function membersOf(values: readonly string[]): Members {
  const texts = values.map((value) => Buffer.from(value));
  const starts = new Int32Array(values.length);
  let size = 0;
  for (const [code, text] of texts.entries()) {
    starts[code] = size;
    size += Math.ceil(text.length / 4);
  }
  const words = new Uint32Array(size);
  const bytes = new Uint8Array(words.buffer);
  for (const [code, text] of texts.entries()) bytes.set(text, 4 * (starts[code] ?? 0));
  return { lengths: Int32Array.from(texts, ({ length }) => length), starts, words };
}

/** DuckDB stores an enum in the smallest unsigned integer that holds its positions. */
function codesOf(slice: VectorSlice, storedAs: DuckDBTypeId): Codes {
  if (storedAs === DuckDBTypeId.UTINYINT) return elementsOf(slice, Uint8Array);
  return storedAs === DuckDBTypeId.USMALLINT ? elementsOf(slice, Uint16Array) : elementsOf(slice, Uint32Array);
}

function lengthsOf(codes: Codes, { mask, rows }: VectorSlice, members: Members): Int32Array {
  const lengths = new Int32Array(rows);
  for (let row = 0; row < rows; row++) if (isValid(mask, row)) lengths[row] = members.lengths[codes[row] ?? 0] ?? 0;
  return lengths;
}

/** Copies whole words; what that writes past a text is overwritten by the next one or lies past the last. */
function copyMembers(codes: Codes, lengths: Int32Array, members: Members, target: Uint8Array, start: number): void {
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength);
  let at = start;
  for (let row = 0; row < lengths.length; row++) {
    const length = lengths[row] ?? 0;
    const first = members.starts[codes[row] ?? 0] ?? 0;
    for (let done = 0; done < length; done += 4) view.setUint32(at + done, members.words[first + done / 4] ?? 0, true);
    at += length;
  }
}
