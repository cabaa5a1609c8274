import type { Section } from '../options';

export const GAP = 12;
/** What a thin scroll bar takes, on systems that do not lay it over the content. */
const SCROLLBAR = 12;
const TWO_COLUMNS_FROM = 760;
const NARROW_BELOW = 460;
const TINY = { width: 220, height: 200 };

/** Which parts go across above, into which column, and across below. */
const ACROSS_ABOVE: readonly Section[] = ['scale'];
const ACROSS_BELOW: readonly Section[] = ['orders'];
const COLUMNS: ReadonlyArray<readonly Section[]> = [
  ['reasons', 'rfm'],
  // The what-ifs come last: they grow with what is tried.
  ['action', 'value', 'history', 'whatif'],
];
const ONE_COLUMN: readonly Section[] = ['action', 'reasons', 'value', 'rfm', 'whatif', 'history'];

/** True when only the band and the scale can be read. */
export function isTiny(width: number, height: number): boolean {
  return width < TINY.width || height < TINY.height;
}

export function isNarrow(width: number): boolean {
  return width < NARROW_BELOW;
}

/** Widths in px: of what goes across, and of each column. */
export function columnWidths(width: number): { whole: number; columns: number[] } {
  const whole = width - SCROLLBAR;
  if (width < TWO_COLUMNS_FROM) return { whole, columns: [whole] };
  const first = Math.round((whole - GAP) / 2);
  return { whole, columns: [first, whole - GAP - first] };
}

/** Divides the parts that are shown among one or two columns and what goes across. */
export function arrange(shown: readonly Section[], columns: number) {
  const among = (order: readonly Section[]) => order.filter((section) => shown.includes(section));
  const inColumns = (columns > 1 ? COLUMNS : [ONE_COLUMN]).map(among).filter((names) => names.length > 0);
  // A lone column of two would leave half of the panel empty.
  const lone = columns > 1 && inColumns.length === 1;
  return {
    above: among(ACROSS_ABOVE),
    columns: lone ? [] : inColumns,
    below: [...(lone ? inColumns.flat() : []), ...among(ACROSS_BELOW)],
  };
}
