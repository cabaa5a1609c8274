import { FieldType, type DataFrame } from '@grafana/data';
import type { VariableOption } from '../model/dashboard';

/**
 * The options in the answer to a variable's query: its fields `text` and `value` where it has them, else its first text
 * field. Equal values stand there once; null and empty ones are left out.
 */
export function optionsIn(frames: readonly DataFrame[]): VariableOption[] {
  const frame = frames[0];
  const firstText = frame?.fields.find((field) => field.type === FieldType.string);
  const values = frame?.fields.find((field) => field.name === 'value') ?? firstText;
  const labels = frame?.fields.find((field) => field.name === 'text') ?? values;
  const options = new Map<string, string>();
  values?.values.forEach((value: unknown, row: number) => {
    const key = String(value ?? '');
    if (key !== '' && !options.has(key)) options.set(key, String(labels?.values[row] ?? key));
  });
  return [...options].map(([value, text]) => ({ value, text }));
}
