import {
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  sortDataFrame,
  type DataFrame,
  type Field,
} from '@grafana/data';
import { TableCellDisplayMode, type TableFieldOptions } from '@grafana/schema';
import { columnWidths } from './columnWidths';
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

/** Left and right of what stands in a cell, in px, with room for figures that are set as wide as each other. */
const PADDING = 24;
const NORMAL = 400;
const MEDIUM = 500;

/**
 * The columns that a dashboard shows of a table, with the texts of some of its rows. Their widths in px share all the room:
 * names go into several lines and so do texts, numbers stay whole.
 *
 * @param rows of the frame, in the order in which they are shown
 * @param room in px
 */
export function paperColumns(frame: DataFrame, rows: readonly number[], room: number, measure: Measure): PaperColumn[] {
  const columns = frame.fields
    .filter((field) => !isHidden(field))
    .map((field) => ({
      name: getFieldDisplayName(field, frame),
      isNumber: field.type === FieldType.number,
      wraps: field.type === FieldType.string || field.type === FieldType.other,
      cells: rows.map((row) => cellOf(field, row)),
    }));
  const widths = columnWidths(
    columns.map(({ name, cells, wraps }) => ({
      head: PADDING + widest(name.split(/\s+/), MEDIUM, measure),
      cells: PADDING + widest(texts(cells), NORMAL, measure),
      canBeCut: wraps,
    })),
    room,
  );
  return columns.map((column, i) => ({ ...column, width: widths[i] ?? 0 }));
}

const texts = (cells: readonly PaperCell[]): string[] => cells.map(({ text }) => text);

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
