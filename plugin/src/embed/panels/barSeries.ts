import {
  FieldType,
  getFieldDisplayName,
  getFieldSeriesColor,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';
import { fieldNamed, textOf, valueAt } from './plot/fields';

export interface BarSeries {
  name: string;
  color: string;
  field: Field;
  values: (number | null)[];
}

export interface Bars {
  /** What the bars stand for, and its name. */
  categories: string[];
  title: string;
  series: BarSeries[];
}

/** Bars of a frame: a category for each row, and a series for each field of numbers beside it. */
export function barsOf(frame: DataFrame | undefined, xField: unknown, theme: GrafanaTheme2): Bars | undefined {
  const x = frame && (fieldNamed(frame, xField) ?? frame.fields.find(({ type }) => type === FieldType.string));
  if (!frame || !x) return undefined;
  const series = frame.fields
    .filter((field) => field !== x && field.type === FieldType.number && field.config.custom?.hideFrom?.viz !== true)
    .map((field) => ({
      name: getFieldDisplayName(field, frame),
      color: getFieldSeriesColor(field, theme).color,
      field,
      values: Array.from({ length: frame.length }, (_, row) => valueAt(field, row)),
    }));
  const categories = Array.from({ length: frame.length }, (_, row) => textOf(x, x.values[row]));
  // Times of day speak for themselves.
  return { categories, title: x.type === FieldType.time ? '' : getFieldDisplayName(x, frame), series };
}

/** The highest bar, or stack of bars. */
export function highest({ categories, series }: Bars, stacked: boolean): number {
  const heights = categories.map((_, row) => {
    const values = series.map(({ values: own }) => own[row] ?? 0);
    return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
  });
  return Math.max(0, ...heights);
}
