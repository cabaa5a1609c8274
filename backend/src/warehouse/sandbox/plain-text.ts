import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBUnionValue,
  DuckDBVariantValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { exactDecimal, exactInteger } from './exact-numbers';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The text of a value that is neither number, time nor boolean: nested ones as JSON, bytes in hexadecimal. */
export function plainText(value: DuckDBValue): string {
  if (typeof value === 'string') return value;
  if (value instanceof DuckDBVariantValue) return plainText(value.value);
  if (isNested(value)) return JSON.stringify(toJson(value));
  return scalarText(value);
}

type Nested = DuckDBListValue | DuckDBArrayValue | DuckDBStructValue | DuckDBMapValue | DuckDBUnionValue;

function isNested(value: DuckDBValue): value is Nested {
  return (
    value instanceof DuckDBListValue ||
    value instanceof DuckDBArrayValue ||
    value instanceof DuckDBStructValue ||
    value instanceof DuckDBMapValue ||
    value instanceof DuckDBUnionValue
  );
}

/** Numbers that a double does not hold exactly, and those that JSON has no form for, become text. */
function toJson(value: DuckDBValue): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return exactInteger(value);
  if (value instanceof DuckDBDecimalValue) return exactDecimal(value);
  if (value instanceof DuckDBVariantValue) return toJson(value.value);
  return isNested(value) ? nestedJson(value) : scalarText(value);
}

function nestedJson(value: Nested): Json {
  if (value instanceof DuckDBMapValue) return mapJson(value);
  if (value instanceof DuckDBUnionValue) return { [value.tag]: toJson(value.value) };
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([key, entry]) => [key, toJson(entry)]));
  }
  return value.items.map(toJson);
}

/** As DuckDB's own to_json does it: keys become text. */
function mapJson({ entries }: DuckDBMapValue): Json {
  return Object.fromEntries(entries.map(({ key, value }) => [plainText(key), toJson(value)]));
}

function scalarText(value: DuckDBValue): string {
  return value instanceof DuckDBBlobValue ? Buffer.from(value.bytes).toString('hex') : String(value);
}
