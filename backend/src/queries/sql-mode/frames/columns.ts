import type { Column } from '../../../contract';
import { boolColumn, numberColumn, textColumn, timeColumn } from '../../../frames';
import type { SandboxColumn } from '../../../warehouse/sandbox';

/** A column of a result as it goes into a frame. */
export function frameColumn(column: SandboxColumn): Column {
  switch (column.kind) {
    case 'number':
      return numberColumn(column.name, column.cells);
    case 'time':
      return timeColumn(column.name, column.cells);
    case 'bool':
      return boolColumn(column.name, column.cells);
    case 'text':
      return textColumn(column.name, column.cells);
  }
}

/** A column whose values can be drawn. */
export interface ValueColumn {
  name: string;
  cells: (number | null)[];
  /** True when the cells are the nearest doubles of numbers with more digits. */
  rounded: boolean;
}

/** A column whose values tell rows apart. */
export interface LabelColumn {
  name: string;
  cells: (string | boolean | null)[];
}

/** The columns of a result by what they are good for in a series or a number with labels. */
export interface Roles {
  times: { name: string; cells: (number | null)[] }[];
  values: ValueColumn[];
  labels: LabelColumn[];
}

/** Numbers are values, even those too long for a double (rounded); texts and booleans are labels. */
export function rolesOf(columns: readonly SandboxColumn[]): Roles {
  const roles: Roles = { times: [], values: [], labels: [] };
  for (const column of columns) {
    if (column.kind === 'time') roles.times.push(column);
    else if (column.kind === 'number') roles.values.push({ ...column, rounded: false });
    else if (column.kind === 'text' && column.numeric) roles.values.push(roundedColumn(column.name, column.cells));
    else roles.labels.push(column);
  }
  return roles;
}

const roundedColumn = (name: string, cells: readonly (string | null)[]): ValueColumn => ({
  name,
  cells: cells.map((cell) => (cell === null ? null : Number(cell))),
  rounded: true,
});
