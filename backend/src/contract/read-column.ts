import type { Column } from './column';

export type CellValue = number | bigint | string | boolean | null;

/** The value of each row, null where there is none; `time` and 64-bit integers as bigint. */
export function readColumn(column: Column): CellValue[] {
  const read = readerOf(column);
  return Array.from({ length: column.length }, (_, row) => (isNull(column, row) ? null : read(row)));
}

export function isNull({ validity }: Column, row: number): boolean {
  return validity !== undefined && !bitAt(validity, row);
}

function readerOf({ type, values, offsets }: Column): (row: number) => CellValue {
  if (type === 'bool') return (row) => bitAt(values, row);
  if (type !== 'text') return (row) => values[row] ?? null;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return (row) => decoder.decode(bytes.subarray(offsets?.[row], offsets?.[row + 1]));
}

function bitAt(bits: ArrayLike<number | bigint>, row: number): boolean {
  return (Number(bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}
