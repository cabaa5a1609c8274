import {
  formattedValueToString,
  getFieldDisplayName,
  getFieldSeriesColor,
  type DataFrame,
  type Field,
} from '@grafana/data';
import { SortOrder, TooltipDisplayMode, type VizTooltipOptions } from '@grafana/schema';
import { SeriesTable, useTheme2, type SeriesTableRowProps } from '@grafana/ui';
import React from 'react';
import { smallestStep, timeLabel } from './timeStep';

interface Props {
  frame: DataFrame;
  /** Row under the pointer of each field. */
  rows: readonly (number | null | undefined)[];
  /** The field nearest to the pointer. */
  nearest: number | null;
  options: VizTooltipOptions;
  timeZone: string;
}

/** The exact values at the pointer. */
export function TimeSeriesTooltip({ frame, rows, nearest, options, timeZone }: Props) {
  const theme = useTheme2();
  const time = frame.fields[0];
  const row = rows[0] ?? 0;
  if (!time) return null;
  const shown = frame.fields
    .map((field, index) => ({ field, index, value: valueAt(field, rows[index] ?? row) }))
    .filter(({ field, index, value }) => index > 0 && value !== null && isShown(field))
    .filter(({ index }) => options.mode !== TooltipDisplayMode.Single || index === nearest);
  const series = sort(shown, options.sort).map(({ field, index, value }): SeriesTableRowProps => ({
    color: getFieldSeriesColor(field, theme).color,
    label: getFieldDisplayName(field, frame),
    value: field.display ? formattedValueToString(field.display(value)) : String(value),
    isActive: index === nearest && shown.length > 1,
  }));
  const times: number[] = time.values;
  return (
    <div style={{ padding: theme.spacing(1) }}>
      <SeriesTable timestamp={timeLabel(times[row] ?? 0, smallestStep(times), timeZone)} series={series} />
    </div>
  );
}

interface Value {
  field: Field;
  index: number;
  value: number | null;
}

function valueAt(field: Field, row: number): number | null {
  const value: unknown = field.values[row];
  return typeof value === 'number' ? value : null;
}

function isShown({ config }: Field): boolean {
  return config.custom?.hideFrom?.tooltip !== true && config.custom?.hideFrom?.viz !== true;
}

function sort(values: Value[], order: SortOrder): Value[] {
  if (order === SortOrder.None) return values;
  const sign = order === SortOrder.Ascending ? 1 : -1;
  return [...values].sort((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)));
}
