import { numberOr, recordOf, recordsIn, textOf, type Language, type SavedPanel } from '../../../contract';
import type { PlainField } from '../cells';
import { bars, type Bar } from './bars';
import { cssColor, lineColor } from './palette';
import { MOST_ROWS } from './table';
import { valueText } from './values';

/**
 * One bar per row where a field names the rows (the one that the panel's options name, or else a text), or one per number
 * where labels name these.
 */
export function barsOf(frames: readonly PlainField[][], panel: SavedPanel, language: Language): string | undefined {
  const { options } = panel;
  const [all = []] = frames;
  const names =
    all.find(({ key, name }) => [key, name].includes(textOf(options.xField))) ??
    all.find(({ isNumber, isTime }) => !isNumber && !isTime);
  const fields = all.filter((field) => field !== names);
  const numbers = frames.flat().filter((field) => field.isNumber && field !== names);
  const measure = numbers[0];
  if (!measure) return undefined;
  const comparable = fields.filter(({ isNumber, unit }) => isNumber && unit === measure.unit);
  const rows = names
    ? names.values.flatMap((name, i) => barsIn(valueText(name, names, language), i, comparable))
    : numbers.flatMap(({ name, values, color }) => barFor(name, values.at(-1), cssColor(color)));
  if (rows.length === 0) return undefined;
  const most = Math.min(MOST_ROWS, numberOr(recordOf(options.reduceOptions).limit, MOST_ROWS));
  const { unit, decimals } = measure;
  const series = isSplit(comparable) ? comparable.map((one, i) => ({ name: one.name, color: lineColor(one, i) })) : [];
  const shown = rows.slice(0, most).map((bar) => ({ ...bar, color: thresholdColor(bar.value, panel) ?? bar.color }));
  return bars(shown, { unit, decimals, series }, language);
}

const barFor = (name: string, value: unknown, color: string | undefined): Bar[] =>
  typeof value === 'number' ? [{ name, value, color }] : [];

/** The bars of one row: of several series only those that have one there. */
function barsIn(name: string, row: number, series: readonly PlainField[]): Bar[] {
  if (series.length === 1) return series.flatMap(({ values, color }) => barFor(name, values[row], cssColor(color)));
  const several = !isSplit(series);
  return series.flatMap((one, i) =>
    barFor(several ? `${name} (${one.name})` : name, one.values[row], lineColor(one, i)),
  );
}

/** Whether each row has a bar of but one of several series: its colour then says of which. */
function isSplit(series: readonly PlainField[]): boolean {
  const rows = series[0]?.values.length ?? 0;
  const filled = (row: number): number => series.filter(({ values }) => typeof values[row] === 'number').length;
  return series.length > 1 && Array.from({ length: rows }, (_, row) => filled(row)).every((count) => count <= 1);
}

/** The colour of the highest step that a value reaches, where the panel has bars coloured by thresholds. */
function thresholdColor(value: number, { fieldConfig }: SavedPanel): string | undefined {
  const defaults = recordOf(fieldConfig.defaults);
  if (recordOf(defaults.color).mode !== 'thresholds') return undefined;
  const reached = recordsIn(recordOf(defaults.thresholds).steps).filter(
    (step) => value >= numberOr(step.value, -Infinity),
  );
  return cssColor(textOf(reached.at(-1)?.color));
}
