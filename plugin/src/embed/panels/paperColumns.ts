import {
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  sortDataFrame,
  type DataFrame,
  type Field,
} from '@grafana/data';
import { TableCellDisplayMode, type TableFieldOptions } from '@grafana/schema';
import { columnWidths, leastRoom, type Column } from './columnWidths';
import { isHidden } from './fittingColumns';
import type { Measure } from './measure';

/** What stands in a cell. */
export interface PaperCell {
  text: string;
  /** Where the dashboard colours its text. */
  color: string | undefined;
  href: string | undefined;
}

export interface PaperColumn {
  name: string;
  isNumber: boolean;
  /** Its values go into several lines, as sentences do and numbers do not. */
  wraps: boolean;
  /** In px. */
  width: number;
  cells: PaperCell[];
}

/** Texts up to this width in px, such as names and days, stay in one line if they can. */
const WHOLE = 150;
/** Of longer texts each word does, but for ids and the like. */
const LONGEST_WORD = 320;
/** A text takes more lines than its width alone would make, as it is broken between words. */
const LOOSE = 1.12;

/** How a table may be set, the best way first: letters in px, the most lines of a cell, and texts that stay in one. */
interface Setting {
  fontSize: number;
  lines: number;
  whole: number;
}

const settings = (usualSize: number): Setting[] => [
  ...[WHOLE, 0].flatMap((whole) =>
    [3, 4, 6].flatMap((lines) => [usualSize, 13, 12].map((fontSize) => ({ fontSize, lines, whole }))),
  ),
  ...[usualSize, 13, 12, 11, 10].map((fontSize) => ({ fontSize, lines: Infinity, whole: 0 })),
];

/** Left and right of what stands in a cell, in px, with room for figures that are set as wide as each other. */
const PADDING = 24;
const NORMAL = 400;
const MEDIUM = 500;

/** Columns, and the size in px in which they are set. */
export interface PaperColumns {
  columns: PaperColumn[];
  fontSize: number;
}

/**
 * The columns that a dashboard shows of a table, with the texts of some of its rows. Their widths in px share all the room:
 * names go into several lines and so do texts, but no word of them is broken; numbers stay whole. Where that takes many
 * lines, all is set smaller.
 *
 * @param rows of the frame, in the order in which they are shown
 * @param room in px
 * @param measureIn measures texts of a size in px
 */
export function paperColumns(
  frame: DataFrame,
  rows: readonly number[],
  room: number,
  usualSize: number,
  measureIn: (fontSize: number) => Measure,
): PaperColumns {
  const columns = frame.fields
    .filter((field) => !isHidden(field))
    .map((field) => ({
      name: getFieldDisplayName(field, frame),
      isNumber: field.type === FieldType.number,
      wraps: field.type === FieldType.string || field.type === FieldType.other,
      cells: rows.map((row) => cellOf(field, row)),
    }));
  let needs: Column[] = [];
  let fontSize = usualSize;
  for (const setting of settings(usualSize)) {
    fontSize = setting.fontSize;
    needs = columns.map((column) => needOf(column, measureIn(fontSize), setting));
    if (leastRoom(needs) <= room) break;
  }
  const widths = columnWidths(needs, room);
  return { columns: columns.map((column, i) => ({ ...column, width: widths[i] ?? 0 })), fontSize };
}

function needOf({ name, cells, wraps }: Omit<PaperColumn, 'width'>, measure: Measure, setting: Setting): Column {
  const widths = cells.map(({ text }) => measure(text, NORMAL));
  const longest = Math.max(0, ...widths);
  const parts = cells.flatMap(({ text }, i) => ((widths[i] ?? 0) <= setting.whole ? [text] : wordsOf(text)));
  const unbroken = Math.min(LONGEST_WORD, widest(parts, NORMAL, measure));
  return {
    head: PADDING + widest(wordsOf(name), MEDIUM, measure),
    cells: PADDING + longest,
    canBeCut: wraps,
    least: PADDING + Math.min(longest, Math.max(unbroken, (LOOSE * longest) / setting.lines)),
  };
}

/** Of a text, what a line may not break: it may after a hyphen. */
const wordsOf = (text: string): string[] => text.split(/\s+|(?<=-)/);

const widest = (words: readonly string[], weight: number, measure: Measure): number =>
  Math.max(0, ...words.map((word) => measure(word, weight)));

function cellOf(field: Field, row: number): PaperCell {
  const value: unknown = field.values[row];
  const shown = field.display?.(value);
  const text = shown ? formattedValueToString(shown) : String(value ?? '');
  return { text, color: hasColor(field) ? shown?.color : undefined, href: linkOf(field, row) };
}

function hasColor({ config }: Field): boolean {
  const custom: Partial<TableFieldOptions> | undefined = config.custom;
  return custom?.cellOptions?.type === TableCellDisplayMode.ColorText;
}

function linkOf({ config, getLinks }: Field, row: number): string | undefined {
  return (config.links?.length ?? 0) > 0 ? getLinks?.({ valueRowIndex: row })[0]?.href : undefined;
}

/** The rows of a table in the order of one of its columns, as Grafana's table sorts it; as they came where there is no such. */
export function sortedRows(frame: DataFrame, by: { displayName: string; desc?: boolean } | undefined): number[] {
  const index = frame.fields.findIndex((field) => getFieldDisplayName(field, frame) === by?.displayName);
  const place: Field<number> = { name: '', type: FieldType.number, config: {}, values: range(frame.length) };
  if (index < 0) return place.values;
  const sorted = sortDataFrame({ ...frame, fields: [...frame.fields, place] }, index, by?.desc);
  return sorted.fields.at(-1)?.values ?? [];
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);
