import { DuckDBTypeId } from '@duckdb/node-api';
import type { ColumnType, ColumnValues } from '../../contract';
import { setBit } from './columns-bits';
import { bytesOf, type VectorSlice } from './columns-vector';

export interface FixedType {
  type: ColumnType;
  Values: { new (length: number): ColumnValues; readonly BYTES_PER_ELEMENT: number };
}

/** The types whose values lie in DuckDB's vectors as Arrow wants them. */
export const FIXED_TYPES: ReadonlyMap<DuckDBTypeId, FixedType> = new Map<DuckDBTypeId, FixedType>([
  [DuckDBTypeId.TINYINT, { type: 'int8', Values: Int8Array }],
  [DuckDBTypeId.SMALLINT, { type: 'int16', Values: Int16Array }],
  [DuckDBTypeId.INTEGER, { type: 'int32', Values: Int32Array }],
  [DuckDBTypeId.BIGINT, { type: 'int64', Values: BigInt64Array }],
  [DuckDBTypeId.UTINYINT, { type: 'uint8', Values: Uint8Array }],
  [DuckDBTypeId.USMALLINT, { type: 'uint16', Values: Uint16Array }],
  [DuckDBTypeId.UINTEGER, { type: 'uint32', Values: Uint32Array }],
  [DuckDBTypeId.UBIGINT, { type: 'uint64', Values: BigUint64Array }],
  [DuckDBTypeId.FLOAT, { type: 'float32', Values: Float32Array }],
  [DuckDBTypeId.DOUBLE, { type: 'float64', Values: Float64Array }],
  [DuckDBTypeId.TIMESTAMP_NS, { type: 'time', Values: BigInt64Array }],
]);

/** Values copied as they are, one slice after the other. */
export function copyFixed(slices: readonly VectorSlice[], rows: number, { Values }: FixedType): ColumnValues {
  const values = new Values(rows);
  const bytes = new Uint8Array(values.buffer);
  let at = 0;
  for (const slice of slices) {
    bytes.set(bytesOf(slice, Values.BYTES_PER_ELEMENT), at);
    at += slice.rows * Values.BYTES_PER_ELEMENT;
  }
  return values;
}

/** DuckDB keeps a byte for each boolean, Arrow a bit. */
export function packBooleans(slices: readonly VectorSlice[], rows: number): Uint8Array {
  const bits = new Uint8Array((rows + 7) >> 3);
  let at = 0;
  for (const slice of slices) {
    const bytes = bytesOf(slice, 1);
    for (let i = 0; i < slice.rows; i++) if (bytes[i] === 1) setBit(bits, at + i);
    at += slice.rows;
  }
  return bits;
}
