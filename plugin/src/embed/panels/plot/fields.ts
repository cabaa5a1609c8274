import { formattedValueToString, getFieldDisplayName, getValueFormat, type DataFrame, type Field } from '@grafana/data';
import { currentLanguage } from '../../../language/current';
import { inNotation } from '../../data/notation';

/** Named in a panel's options, by its own name or by the one that is shown. */
export function fieldNamed(frame: DataFrame, name: unknown): Field | undefined {
  return frame.fields.find((field) => field.name === name || getFieldDisplayName(field, frame) === name);
}

/** A value as the field's unit and decimals say. */
export function textOf(field: Field, value: unknown): string {
  return field.display ? formattedValueToString(field.display(value)) : String(value ?? '');
}

const MOST_DECIMALS = 4;

/** So many that a step is written whole: two for 0.25, whose sums would be 0.3, 0.5 and 0.8 with one. */
function decimalsOf(step: number): number {
  const isWhole = (decimals: number): boolean => {
    const shifted = step * 10 ** decimals;
    return Math.abs(shifted - Math.round(shifted)) < 1e-6 * Math.max(1, shifted);
  };
  let decimals = 0;
  while (decimals < MOST_DECIMALS && !isWhole(decimals)) decimals++;
  return decimals;
}

/** A value on an axis: with no more decimals than the distance between ticks needs. */
export function tickText(field: Field, value: number, ticks: readonly number[]): string {
  const step = Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) * (field.config.unit === 'percentunit' ? 100 : 1);
  const decimals = decimalsOf(step);
  const { unit } = field.config;
  const written = { ...getValueFormat(unit)(value, decimals), numeric: value };
  return formattedValueToString(inNotation(currentLanguage(), written, unit, decimals));
}

export function valueAt(field: Field, row: number): number | null {
  const value: unknown = field.values[row];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
