/** What a column of a table asks for, in px. */
export interface Column {
  /** What its name takes. */
  head: number;
  /** What the longest of its values takes. */
  cells: number;
  /** Cut values still say something, as in a sentence and not in a number. */
  canBeCut: boolean;
  /** As the dashboard says, if it does. */
  configured?: number;
  /** Below this its values cannot be read, where they go into several lines instead of being cut. */
  least?: number;
}

/** A value that can be cut is not cut below this, nor given more than this while another column lacks room. */
const LEAST_TEXT = 110;
const MOST_TEXT = 420;

/**
 * Widths of a table's columns in px: as configured where names and numbers fit into that. Spare room goes to the columns
 * that cut something, then to all; where room lacks, columns with long texts give it up first. More than `room` in sum, and
 * so to be scrolled, where nothing can be given up any more.
 */
export function columnWidths(columns: readonly Column[], room: number): number[] {
  const wishes = columns.map(wishOf);
  const spare = room - sum(wishes);
  return spare < 0 ? shrunk(columns, wishes, -spare) : widened(columns, wishes, spare);
}

const fullOf = ({ head, cells }: Column): number => Math.max(head, cells);

function wishOf(column: Column): number {
  const { configured, head, canBeCut } = column;
  if (configured === undefined) return canBeCut ? Math.max(head, Math.min(fullOf(column), MOST_TEXT)) : fullOf(column);
  return Math.max(configured, canBeCut ? head : fullOf(column));
}

function leastOf(column: Column): number {
  const { canBeCut, head, least = Math.min(fullOf(column), LEAST_TEXT) } = column;
  return canBeCut ? Math.max(head, least) : fullOf(column);
}

/** The room in px below which columns cannot be read. */
export function leastRoom(columns: readonly Column[]): number {
  return sum(columns.map(leastOf));
}

function shrunk(columns: readonly Column[], wishes: readonly number[], lacking: number): number[] {
  const slack = wishes.map((wish, i) => Math.max(0, wish - leastOf(columns[i] as Column)));
  const share = Math.min(1, lacking / (sum(slack) || 1));
  return wishes.map((wish, i) => Math.floor(wish - share * (slack[i] ?? 0)));
}

function widened(columns: readonly Column[], wishes: readonly number[], spare: number): number[] {
  const cut = wishes.map((wish, i) => Math.max(0, fullOf(columns[i] as Column) - wish));
  const share = Math.min(1, spare / (sum(cut) || 1));
  const whole = wishes.map((wish, i) => wish + share * (cut[i] ?? 0));
  const each = (spare - share * sum(cut)) / columns.length;
  return whole.map((width) => Math.floor(width + each));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
