import { FieldType, formattedValueToString, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import { columnWidths, type Column } from './columnWidths';
import type { Measure } from './measure';

/** Left and right of a name, with the gap to the handle behind it, and of what stands in a cell; the arrow of a sorted column, the funnel of one that can be filtered; in px. */
const AROUND_NAME = 18;
const PADDING = 14;
const ARROW = 20;
const FUNNEL = 22;
/** What Grafana's table leaves free behind a link. */
const BEHIND_LINK = 12;
const NORMAL = 400;
const MEDIUM = 500;
/** So many values are measured: what is shown first decides. */
const MEASURED = 50;
/** In px: a text that is no longer, such as a day or a name, is shown whole. */
const SHORT = 130;

/** True for columns that a dashboard does not show. */
export const isHidden = ({ config }: Field): boolean => config.custom?.hidden || config.custom?.hideFrom?.viz || false;

/**
 * The table with a width for each of its columns that lets names and numbers be read, see columnWidths.
 *
 * @param room in px
 * @param sorted names of the columns by which it is sorted at first
 */
export function withFittingColumns(
  frame: DataFrame,
  room: number,
  sorted: readonly string[],
  measure: Measure,
): DataFrame {
  const shown = frame.fields.filter((field) => !isHidden(field));
  const widths = columnWidths(
    shown.map((field) => columnOf(field, getFieldDisplayName(field, frame), sorted, measure)),
    room,
  );
  const fields = frame.fields.map((field) => {
    const width = widths[shown.indexOf(field)];
    if (width === undefined) return field;
    return { ...field, config: { ...field.config, custom: { ...field.config.custom, width } } };
  });
  return { ...frame, fields };
}

function columnOf(field: Field, name: string, sorted: readonly string[], measure: Measure): Column {
  const { custom, links } = field.config;
  const hasLinks = (links?.length ?? 0) > 0;
  const values = new Set(field.values.slice(0, MEASURED).map((value: unknown) => textOf(field, value)));
  const widest = Math.max(0, ...[...values].map((text) => measure(text, hasLinks ? MEDIUM : NORMAL)));
  return {
    head:
      measure(name, MEDIUM) +
      AROUND_NAME +
      (sorted.includes(name) ? ARROW : 0) +
      (custom?.filterable === true ? FUNNEL : 0),
    cells: widest + PADDING + (hasLinks ? BEHIND_LINK : 0),
    canBeCut: (field.type === FieldType.string || field.type === FieldType.other) && widest > SHORT,
    configured: custom?.width,
  };
}

function textOf(field: Field, value: unknown): string {
  return field.display ? formattedValueToString(field.display(value)) : String(value ?? '');
}
