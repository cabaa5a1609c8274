/**
 * Columns as they travel from the warehouse to the encoder: buffers in Apache Arrow's memory layout
 * (https://arrow.apache.org/docs/format/Columnar.html), so that no row object is ever made on the hot path.
 */
export type ColumnType =
  | 'bool'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'float32'
  | 'float64'
  | 'text'
  | 'time';

export type ColumnValues =
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

export interface Column {
  name: string;
  type: ColumnType;
  /** Number of rows. */
  length: number;
  nullCount: number;
  /** One bit per row, least significant first, 1 = valid; absent when nothing is null. */
  validity?: Uint8Array;
  /**
   * Fixed-width types: one element per row; `time` is a BigInt64Array of nanoseconds since 1970-01-01 UTC.
   * `bool`: a bit per row, least significant first. `text`: the UTF-8 bytes of all rows, one after the other.
   */
  values: ColumnValues;
  /** `text` only: length + 1 positions in `values`. */
  offsets?: Int32Array;
}

/** Columns of one result; all have the same length. */
export interface ColumnSet {
  length: number;
  columns: Column[];
}
