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

/** A value on an axis: with no more decimals than the distance between ticks needs. */
export function tickText(field: Field, value: number, ticks: readonly number[]): string {
  const step = Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) * (field.config.unit === 'percentunit' ? 100 : 1);
  const decimals = step > 0 && step < 1 ? Math.min(4, Math.ceil(-Math.log10(step) - 1e-9)) : 0;
  const { unit } = field.config;
  const written = { ...getValueFormat(unit)(value, decimals), numeric: value };
  return formattedValueToString(inNotation(currentLanguage(), written, unit, decimals));
}

export function valueAt(field: Field, row: number): number | null {
  const value: unknown = field.values[row];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
