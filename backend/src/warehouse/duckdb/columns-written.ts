import type { ColumnReader } from './columns-reader';
import { TextBuilder } from './columns-text';

/** Reads a type without a column form of its own (lists, structs, intervals, UUIDs, blobs, ...) as it is written. */
export function writtenReader(): ColumnReader {
  const builder = new TextBuilder();
  return {
    append: ({ chunk, index, rows }) => {
      const vector = chunk.getColumnVector(index);
      const texts = Array.from({ length: rows }, (_, row) => {
        const value = vector.getItem(row);
        return value === null ? EMPTY : Buffer.from(String(value));
      });
      let at = builder.end;
      builder.reserve(Int32Array.from(texts, ({ length }) => length));
      for (const text of texts) {
        builder.bytes.set(text, at);
        at += text.length;
      }
    },
    finish: () => builder.finish(),
  };
}

const EMPTY = new Uint8Array();
