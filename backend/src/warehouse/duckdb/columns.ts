import { setImmediate } from 'node:timers/promises';
import {
  DuckDBDecimalType,
  DuckDBEnumType,
  DuckDBMaterializedResult,
  DuckDBTypeId,
  type DuckDBDataChunk,
  type DuckDBResult,
  type DuckDBType,
} from '@duckdb/node-api';
import type { Column, ColumnSet } from '../../contract';
import { chunksOf } from './chunks';
import { enumReader } from './columns-enum';
import { booleanReader, FIXED_READERS } from './columns-fixed';
import { decimalReader, hugeIntReader, unsignedHugeIntReader } from './columns-numbers';
import type { ColumnReader } from './columns-reader';
import { stringReader } from './columns-strings';
import { dateReader, timestampReader } from './columns-time';
import { validityOf } from './columns-validity';
import { sliceOf, type VectorSlice } from './columns-vector';
import { writtenReader } from './columns-written';

/** From here on joining a column takes long enough that other requests get their turn in between. */
const ROWS_BEFORE_YIELDING = 65_536;

/**
 * Reads a result to its end, as columns in Arrow's layout, straight from DuckDB's vectors: no row object is made.
 * Integers, floats and booleans keep their width; DECIMAL and HUGEINT become float64; DATE and every TIMESTAMP become
 * `time` in nanoseconds (UTC); VARCHAR, ENUM and whatever else there is become text. A name that occurs twice gets
 * `:1`, `:2` ... appended. A streaming result is faster than a materialised one: reading overlaps with computing.
 * @throws the signal's reason when it is aborted before the end; RangeError for a column of more than 2 GiB of text.
 */
export async function toColumnSet(result: DuckDBResult, signal?: AbortSignal): Promise<ColumnSet> {
  const names = result.deduplicatedColumnNames();
  const readers = result.columnTypes().map(readerOf);
  const masks: Pick<VectorSlice, 'mask' | 'rows'>[][] = readers.map(() => []);
  const length = await eachChunk(result, signal, (chunk) => {
    for (const [index, reader] of readers.entries()) {
      const slice = sliceOf(chunk, index);
      reader.append(slice);
      masks[index]?.push({ mask: slice.mask, rows: slice.rows });
    }
  });
  const columns: Column[] = [];
  for (const [index, reader] of readers.entries()) {
    if (length > ROWS_BEFORE_YIELDING) await setImmediate();
    signal?.throwIfAborted();
    columns.push({
      name: names[index] ?? '',
      length,
      ...validityOf(masks[index] ?? [], length),
      ...reader.finish(length),
    });
  }
  return { length, columns };
}

/**
 * Hands each chunk to `take`, of a streaming result while DuckDB computes the next one on another thread; returns the
 * number of rows.
 */
async function eachChunk(
  result: DuckDBResult,
  signal: AbortSignal | undefined,
  take: (chunk: DuckDBDataChunk) => void,
) {
  if (result instanceof DuckDBMaterializedResult) {
    signal?.throwIfAborted();
    chunksOf(result).forEach(take);
    return result.rowCount;
  }
  let length = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0;) {
    signal?.throwIfAborted();
    const next = result.fetchChunk();
    // Awaited below, but not when `take` throws.
    next.catch(() => undefined);
    length += chunk.rowCount;
    take(chunk);
    chunk = await next;
  }
  return length;
}

const READERS: ReadonlyMap<DuckDBTypeId, () => ColumnReader> = new Map<DuckDBTypeId, () => ColumnReader>([
  ...FIXED_READERS,
  [DuckDBTypeId.BOOLEAN, booleanReader],
  [DuckDBTypeId.HUGEINT, hugeIntReader],
  [DuckDBTypeId.UHUGEINT, unsignedHugeIntReader],
  [DuckDBTypeId.DATE, dateReader],
  [DuckDBTypeId.TIMESTAMP, () => timestampReader(1_000)],
  [DuckDBTypeId.TIMESTAMP_TZ, () => timestampReader(1_000)],
  [DuckDBTypeId.TIMESTAMP_MS, () => timestampReader(1_000_000)],
  [DuckDBTypeId.TIMESTAMP_S, () => timestampReader(1_000_000_000)],
  [DuckDBTypeId.VARCHAR, stringReader],
]);

function readerOf(type: DuckDBType): ColumnReader {
  if (type instanceof DuckDBDecimalType) return decimalReader(type.width, type.scale);
  if (type instanceof DuckDBEnumType) return enumReader(type);
  return READERS.get(type.typeId)?.() ?? writtenReader();
}
