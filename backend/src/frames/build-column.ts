import type { Column } from '../contract';

/** A float64 column from numbers; null and undefined are "no value", which is not the same as NaN. */
export function numberColumn(name: string, cells: readonly (number | null | undefined)[]): Column {
  const values = new Float64Array(cells.length);
  for (const [row, cell] of cells.entries()) values[row] = cell ?? 0;
  return { name, type: 'float64', length: cells.length, ...validityOf(cells), values };
}

/**
 * A time column from milliseconds since 1970-01-01 UTC; fractions are kept to the microsecond.
 * @throws RangeError for NaN and infinities, and for times out of the reach of 64-bit nanoseconds (1677 to 2262).
 */
export function timeColumn(name: string, cells: readonly (number | null | undefined)[]): Column {
  const values = new BigInt64Array(cells.length);
  for (const [row, cell] of cells.entries()) values[row] = nanoseconds(name, row, cell ?? 0);
  return { name, type: 'time', length: cells.length, ...validityOf(cells), values };
}

export function textColumn(name: string, cells: readonly (string | null | undefined)[]): Column {
  // Each by itself: joined first, half a surrogate pair at the end of one text would unite with the next one's.
  const texts = cells.map((cell) => Buffer.from(cell ?? ''));
  const values = Buffer.concat(texts);
  const offsets = new Int32Array(cells.length + 1);
  for (const [row, text] of texts.entries()) offsets[row + 1] = (offsets[row] ?? 0) + text.length;
  return { name, type: 'text', length: cells.length, ...validityOf(cells), values, offsets };
}

export function boolColumn(name: string, cells: readonly (boolean | null | undefined)[]): Column {
  const values = packBits(cells, (cell) => cell === true);
  return { name, type: 'bool', length: cells.length, ...validityOf(cells), values };
}

const REACH_MS = 9_223_372_036_854;

function nanoseconds(name: string, row: number, ms: number): bigint {
  if (!(Math.abs(ms) <= REACH_MS)) throw new RangeError(`column "${name}", row ${row}: ${ms} ms is not a time`);
  const whole = Math.floor(ms);
  return BigInt(whole) * 1_000_000n + BigInt(Math.round((ms - whole) * 1_000)) * 1_000n;
}

function validityOf(cells: readonly unknown[]): Pick<Column, 'validity' | 'nullCount'> {
  const nullCount = cells.reduce<number>((count, cell) => (isMissing(cell) ? count + 1 : count), 0);
  return nullCount === 0 ? { nullCount } : { nullCount, validity: packBits(cells, (cell) => !isMissing(cell)) };
}

const isMissing = (cell: unknown): boolean => cell === null || cell === undefined;

function packBits<T>(cells: readonly T[], isSet: (cell: T) => boolean): Uint8Array {
  const bits = new Uint8Array((cells.length + 7) >> 3);
  for (const [row, cell] of cells.entries()) {
    if (isSet(cell)) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
  }
  return bits;
}
