import type { DuckDBDecimalValue } from '@duckdb/node-api';

/** Decimals of up to 15 digits come back from a double unchanged (IEEE 754, DBL_DIG). */
const FIFTEEN_DIGITS = 10n ** 15n;

/** The integer as a number when a double holds it exactly, else its digits. */
export function exactInteger(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** The decimal as a number when the number, written with as many decimals, gives the same digits; else its text. */
export function exactDecimal(value: DuckDBDecimalValue): number | string {
  if (value.value > -FIFTEEN_DIGITS && value.value < FIFTEEN_DIGITS) return Number(value.toString());
  const text = value.toString();
  const number = Number(text);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER && number.toFixed(value.scale) === text ? number : text;
}
