import { readColumn, type CellValue, type Column, type Frame } from '../contract';
import type { RowSchema } from '../contract/rest/schemas';

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

/** The frame of that name; one without fields when there is none. */
export function frameNamed(frames: readonly Frame[], name: string): Frame {
  return frames.find((frame) => frame.name === name) ?? { name, fields: [] };
}

/**
 * A frame as one object per row with the properties of the schema: times as RFC 3339, numbers that JSON cannot write and
 * columns that the frame lacks as null.
 *
 * @param renamed properties that stand in a column of another name
 */
export function rowsOf(
  frame: Frame,
  schema: Pick<RowSchema, 'properties'>,
  renamed: Readonly<Record<string, string>> = {},
): Row[] {
  const names = Object.keys(schema.properties);
  const columns = names.map((name) => {
    const field = frame.fields.find(({ column }) => column.name === (renamed[name] ?? name));
    return field ? cellsOf(field.column) : [];
  });
  const length = frame.fields[0]?.column.length ?? 0;
  return Array.from({ length }, (_, at) =>
    Object.fromEntries(names.map((name, of) => [name, columns[of]?.[at] ?? null])),
  );
}

function cellsOf(column: Column): Cell[] {
  const jsonOf = column.type === 'time' ? momentOf : plain;
  return readColumn(column).map(jsonOf);
}

function momentOf(cell: CellValue): Cell {
  return typeof cell === 'bigint' ? new Date(Number(cell / 1_000_000n)).toISOString() : null;
}

function plain(cell: CellValue): Cell {
  if (typeof cell === 'bigint') return Number(cell);
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
}
