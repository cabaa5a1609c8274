import {
  DuckDBDateValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { DAY_MS } from '../../contract';

/** What 64-bit nanoseconds reach, in milliseconds: the years 1677 to 2262. */
const REACH_MS = 9_223_372_036_854;

/**
 * Milliseconds since 1970-01-01 UTC of a date or a timestamp; its text when it is infinite or lies out of the reach of
 * Grafana's times; undefined for other values. Timestamps in nanoseconds are rounded to what a double holds of them.
 */
export function moment(value: DuckDBValue): number | string | undefined {
  const ms = milliseconds(value);
  if (ms === undefined) return undefined;
  if (Number.isFinite(ms)) return Math.abs(ms) <= REACH_MS ? ms : String(value);
  return ms < 0 ? '-infinity' : 'infinity';
}

function milliseconds(value: DuckDBValue): number | undefined {
  if (value instanceof DuckDBDateValue) return value.isFinite ? value.days * DAY_MS : value.days * Infinity;
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    return scaled(value.isFinite, value.micros, 1_000n);
  }
  if (value instanceof DuckDBTimestampNanosecondsValue) return scaled(value.isFinite, value.nanos, 1_000_000n);
  if (value instanceof DuckDBTimestampMillisecondsValue) return scaled(value.isFinite, value.millis, 1n);
  if (value instanceof DuckDBTimestampSecondsValue) return scaled(value.isFinite, value.seconds, 1n) * 1_000;
  return undefined;
}

function scaled(isFinite: boolean, count: bigint, perMillisecond: bigint): number {
  if (!isFinite) return count < 0n ? -Infinity : Infinity;
  // Whole and fraction apart: together they may need more digits than a double has.
  return Number(count / perMillisecond) + Number(count % perMillisecond) / Number(perMillisecond);
}
