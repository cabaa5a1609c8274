import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBMaterializedResult,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBResult,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Row } from '../engine';
import { chunksOf } from './chunks';

const DAY_MS = 86_400_000;

/** Row objects of a small result: times as RFC 3339, days as `YYYY-MM-DD`, integers and decimals as numbers. */
export async function toRows(result: DuckDBResult): Promise<Row[]> {
  const names = result.deduplicatedColumnNames();
  const chunks = result instanceof DuckDBMaterializedResult ? chunksOf(result) : await result.fetchAllChunks();
  const rows = chunks.flatMap((chunk) => chunk.getRows());
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, toPlain(row[i] ?? null)])));
}

/** A DuckDB value as a plain one; kinds that have no plain form become their text. */
export function toPlain(value: DuckDBValue): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    return value;
  }
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  if (value instanceof DuckDBDateValue) return new Date(value.days * DAY_MS).toISOString().slice(0, 10);
  const ms = epochMilliseconds(value);
  return ms === undefined ? String(value) : new Date(ms).toISOString();
}

function epochMilliseconds(value: DuckDBValue): number | undefined {
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return Number(value.micros / 1000n);
  }
  if (value instanceof DuckDBTimestampNanosecondsValue) return Number(value.nanos / 1_000_000n);
  if (value instanceof DuckDBTimestampMillisecondsValue) return Number(value.millis);
  if (value instanceof DuckDBTimestampSecondsValue) return Number(value.seconds) * 1000;
  return undefined;
}
