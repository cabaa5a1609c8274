import type { Column } from '../../contract';
import type { VectorSlice } from './columns-vector';

export type Values = Pick<Column, 'type' | 'values' | 'offsets'>;

/** Reads one column, chunk by chunk. */
export interface ColumnReader {
  append(slice: VectorSlice): void;
  /** The whole column, of `rows` rows. */
  finish(rows: number): Values;
}

/**
 * A reader that takes a piece of each slice while DuckDB still computes the next one, and joins the pieces when the
 * number of rows is known, so that each buffer is allocated once and at its size.
 */
export function columnReader<Piece>(
  read: (slice: VectorSlice) => Piece,
  join: (pieces: readonly Piece[], rows: number) => Values,
): ColumnReader {
  const pieces: Piece[] = [];
  return {
    append: (slice) => void pieces.push(read(slice)),
    finish: (rows) => join(pieces, rows),
  };
}
