/** In pixels of the picture. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A part of a picture that stands in a row and a column. */
export interface Cell extends Place {
  key: string;
  row: number;
  column: number;
  /** A second place where it can be pointed at, such as its figure beside the picture. */
  also?: Place;
}

export const holds = ({ left, top, width, height }: Place, x: number, y: number): boolean =>
  x >= left && x < left + width && y >= top && y < top + height;

/** The cell at a place of the picture; undefined between and beside them. */
export function cellAt<One extends Cell>(cells: readonly One[], x: number, y: number): One | undefined {
  return cells.find((cell) => holds(cell, x, y) || (cell.also !== undefined && holds(cell.also, x, y)));
}

/**
 * The cell that a key leads to: arrows go to the next one in the row, or to the nearest one in the row above or below; Home
 * and End to the ends of the row. The same cell where there is none; undefined for another key.
 */
export function cellAfter<One extends Cell>(cells: readonly One[], from: One, key: string): One | undefined {
  const inRow = cells.filter(({ row }) => row === from.row);
  switch (key) {
    case 'ArrowRight':
      return (
        closest(
          inRow.filter(({ column }) => column > from.column),
          from,
        ) ?? from
      );
    case 'ArrowLeft':
      return (
        closest(
          inRow.filter(({ column }) => column < from.column),
          from,
        ) ?? from
      );
    case 'ArrowDown':
      return inRowBeside(cells, from, 1);
    case 'ArrowUp':
      return inRowBeside(cells, from, -1);
    case 'Home':
      return inRow.reduce((first, cell) => (cell.column < first.column ? cell : first), from);
    case 'End':
      return inRow.reduce((last, cell) => (cell.column > last.column ? cell : last), from);
    default:
      return undefined;
  }
}

function inRowBeside<One extends Cell>(cells: readonly One[], from: One, step: 1 | -1): One {
  const beyond = cells.filter(({ row }) => (row - from.row) * step > 0);
  const nearest = Math.min(...beyond.map(({ row }) => Math.abs(row - from.row)));
  return (
    closest(
      beyond.filter(({ row }) => Math.abs(row - from.row) === nearest),
      from,
    ) ?? from
  );
}

function closest<One extends Cell>(cells: readonly One[], { column }: Cell): One | undefined {
  const distance = (cell: Cell): number => Math.abs(cell.column - column);
  return cells.reduce<One | undefined>(
    (best, cell) => (best && distance(best) <= distance(cell) ? best : cell),
    undefined,
  );
}
