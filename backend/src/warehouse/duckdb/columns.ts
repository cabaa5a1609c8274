import { setImmediate } from 'node:timers/promises';
import {
  DuckDBDecimalType,
  DuckDBEnumType,
  DuckDBTypeId,
  type DuckDBDataChunk,
  type DuckDBResult,
  type DuckDBType,
} from '@duckdb/node-api';
import type { Column, ColumnSet } from '../../contract';
import { copyFixed, FIXED_TYPES, packBooleans } from './columns-fixed';
import { decimalsToFloats, hugeIntsToFloats, unsignedHugeIntsToFloats } from './columns-numbers';
import { copyStrings } from './columns-text';
import { enumsToText, valuesToText } from './columns-written';
import { datesToNanoseconds, timestampsToNanoseconds } from './columns-time';
import { validityOf } from './columns-validity';
import { slicesOf, type VectorSlice } from './columns-vector';

/** From here on a column takes long enough to convert that other requests get their turn in between. */
const ROWS_BEFORE_YIELDING = 16_384;

/**
 * Reads a result to its end, as columns in Arrow's layout, straight from DuckDB's vectors: no row object is made.
 * Integers, floats and booleans keep their width; DECIMAL and HUGEINT become float64; DATE and every TIMESTAMP become
 * `time` in nanoseconds (UTC); VARCHAR, ENUM and whatever else there is become text. A name that occurs twice gets
 * `:1`, `:2` ... appended. The result may be materialised or streaming.
 * @throws the signal's reason when it is aborted before the end; RangeError for a column of more than 2 GiB of text.
 */
export async function toColumnSet(result: DuckDBResult, signal?: AbortSignal): Promise<ColumnSet> {
  const names = result.deduplicatedColumnNames();
  const types = result.columnTypes();
  const chunks = await allChunks(result, signal);
  const length = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const columns: Column[] = [];
  for (const [index, type] of types.entries()) {
    if (length > ROWS_BEFORE_YIELDING) await setImmediate();
    signal?.throwIfAborted();
    const slices = slicesOf(chunks, index);
    columns.push({
      name: names[index] ?? '',
      length,
      ...validityOf(slices, length),
      ...valuesOf(slices, length, type),
    });
  }
  return { length, columns };
}

async function allChunks(result: DuckDBResult, signal: AbortSignal | undefined): Promise<DuckDBDataChunk[]> {
  const chunks: DuckDBDataChunk[] = [];
  for await (const chunk of result) {
    signal?.throwIfAborted();
    chunks.push(chunk);
  }
  return chunks;
}

type Values = Pick<Column, 'type' | 'values' | 'offsets'>;
type Converter = (slices: readonly VectorSlice[], rows: number, type: DuckDBType) => Values;

const timestamps =
  (factor: number): Converter =>
  (slices, rows) => ({ type: 'time', values: timestampsToNanoseconds(slices, rows, factor) });

const CONVERTERS: ReadonlyMap<DuckDBTypeId, Converter> = new Map<DuckDBTypeId, Converter>([
  [DuckDBTypeId.BOOLEAN, (slices, rows) => ({ type: 'bool', values: packBooleans(slices, rows) })],
  [DuckDBTypeId.HUGEINT, (slices, rows) => ({ type: 'float64', values: hugeIntsToFloats(slices, rows) })],
  [DuckDBTypeId.UHUGEINT, (slices, rows) => ({ type: 'float64', values: unsignedHugeIntsToFloats(slices, rows) })],
  [DuckDBTypeId.DATE, (slices, rows) => ({ type: 'time', values: datesToNanoseconds(slices, rows) })],
  [DuckDBTypeId.TIMESTAMP, timestamps(1_000)],
  [DuckDBTypeId.TIMESTAMP_TZ, timestamps(1_000)],
  [DuckDBTypeId.TIMESTAMP_MS, timestamps(1_000_000)],
  [DuckDBTypeId.TIMESTAMP_S, timestamps(1_000_000_000)],
  [DuckDBTypeId.VARCHAR, (slices, rows) => ({ type: 'text', ...copyStrings(slices, rows) })],
]);

function valuesOf(slices: readonly VectorSlice[], rows: number, type: DuckDBType): Values {
  const fixed = FIXED_TYPES.get(type.typeId);
  if (fixed) return { type: fixed.type, values: copyFixed(slices, rows, fixed) };
  if (type instanceof DuckDBDecimalType) {
    return { type: 'float64', values: decimalsToFloats(slices, rows, type.width, type.scale) };
  }
  if (type instanceof DuckDBEnumType) return { type: 'text', ...enumsToText(slices, rows, type) };
  const convert = CONVERTERS.get(type.typeId);
  return convert ? convert(slices, rows, type) : { type: 'text', ...valuesToText(slices, rows) };
}
