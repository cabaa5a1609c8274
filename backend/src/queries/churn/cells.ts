import { labelOf, type Column, type FieldConfig, type Frame, type FrameField } from '../../contract';
import { boolColumn, noData, numberColumn, textColumn, timeColumn } from '../../frames';
import { FIELD_CONFIG } from './field-config';

export type CellKind = 'number' | 'text' | 'bool' | 'time';
export type Cell = string | number | boolean | null | undefined;
export type CellRow = Readonly<Record<string, Cell>>;

const BUILD: Record<CellKind, (name: string, cells: readonly Cell[]) => Column> = {
  number: (name, cells) => numberColumn(name, cells.map(numberOrNull)),
  text: (name, cells) => textColumn(name, cells.map(textOrNull)),
  bool: (name, cells) =>
    boolColumn(
      name,
      cells.map((cell) => (typeof cell === 'boolean' ? cell : null)),
    ),
  time: (name, cells) => timeColumn(name, cells.map(numberOrNull)),
};

/** A field with its label, unit, decimals and description. */
export function fieldOf(column: Column, config?: FieldConfig): FrameField {
  return { column, config: { displayNameFromDS: labelOf(column.name), ...FIELD_CONFIG[column.name], ...config } };
}

/**
 * A table of the columns named, in their order, one row per object; without rows "no data".
 *
 * @param kinds what each column holds; `time` is in ms
 */
export function tableOf<Name extends string>(
  name: string,
  columns: readonly Name[],
  kinds: Readonly<Record<Name, CellKind>>,
  rows: readonly Readonly<Record<Name, Cell>>[],
): Frame {
  if (rows.length === 0) return noData(name, 'table');
  const fields = columns.map((column) =>
    fieldOf(
      BUILD[kinds[column]](
        column,
        rows.map((row) => row[column]),
      ),
    ),
  );
  return { name, meta: { type: 'table' }, fields };
}

/** Null where a number is missing, not a number or infinite: no panel can draw those. */
function numberOrNull(cell: Cell): number | null {
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
}

const textOrNull = (cell: Cell): string | null => (cell === null || cell === undefined ? null : String(cell));
