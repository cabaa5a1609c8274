import { DuckDBTypeId } from '@duckdb/node-api';
import type { ColumnType, ColumnValues } from '../../contract';
import { setBit } from './columns-bits';
import { columnReader, type ColumnReader } from './columns-reader';
import { bytesOf } from './columns-vector';

type ValuesClass = { new (length: number): ColumnValues; readonly BYTES_PER_ELEMENT: number };

/** The types whose values lie in DuckDB's vectors as Arrow wants them. */
const FIXED_TYPES: readonly [DuckDBTypeId, ColumnType, ValuesClass][] = [
  [DuckDBTypeId.TINYINT, 'int8', Int8Array],
  [DuckDBTypeId.SMALLINT, 'int16', Int16Array],
  [DuckDBTypeId.INTEGER, 'int32', Int32Array],
  [DuckDBTypeId.BIGINT, 'int64', BigInt64Array],
  [DuckDBTypeId.UTINYINT, 'uint8', Uint8Array],
  [DuckDBTypeId.USMALLINT, 'uint16', Uint16Array],
  [DuckDBTypeId.UINTEGER, 'uint32', Uint32Array],
  [DuckDBTypeId.UBIGINT, 'uint64', BigUint64Array],
  [DuckDBTypeId.FLOAT, 'float32', Float32Array],
  [DuckDBTypeId.DOUBLE, 'float64', Float64Array],
  [DuckDBTypeId.TIMESTAMP_NS, 'time', BigInt64Array],
];

/** Readers that copy the values as they are. */
export const FIXED_READERS: ReadonlyMap<DuckDBTypeId, () => ColumnReader> = new Map(
  FIXED_TYPES.map(([id, type, Values]) => [id, () => fixedReader(type, Values)]),
);

function fixedReader(type: ColumnType, Values: ValuesClass): ColumnReader {
  return columnReader(
    (slice) => bytesOf(slice, Values.BYTES_PER_ELEMENT),
    (pieces, rows) => {
      const values = new Values(rows);
      const bytes = new Uint8Array(values.buffer);
      let at = 0;
      for (const piece of pieces) {
        bytes.set(piece, at);
        at += piece.length;
      }
      return { type, values };
    },
  );
}

/** DuckDB keeps a byte for each boolean, Arrow a bit. */
export function booleanReader(): ColumnReader {
  return columnReader(
    (slice) => bytesOf(slice, 1),
    (pieces, rows) => {
      const bits = new Uint8Array((rows + 7) >> 3);
      let at = 0;
      for (const bytes of pieces) {
        for (let i = 0; i < bytes.length; i++) if (bytes[i] === 1) setBit(bits, at + i);
        at += bytes.length;
      }
      return { type: 'bool', values: bits };
    },
  );
}
