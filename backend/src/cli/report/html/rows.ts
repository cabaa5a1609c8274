import { textOf } from '../../../contract';
import type { PlainField, PlainValue } from '../cells';

/** Reads one row of a frame by the names of its columns. */
export interface Row {
  field: (key: string) => PlainField | undefined;
  value: (key: string) => PlainValue;
  text: (key: string) => string;
  /** Undefined where there is none. */
  number: (key: string) => number | undefined;
}

/** The rows of a frame, each read by the names of its columns. */
export function rowsOf(fields: readonly PlainField[]): Row[] {
  const field = (key: string): PlainField | undefined => fields.find((one) => one.key === key);
  return (fields[0]?.values ?? []).map((_, row) => {
    const value = (key: string): PlainValue => field(key)?.values[row] ?? null;
    const number = (key: string): number | undefined => {
      const found = value(key);
      return typeof found === 'number' ? found : undefined;
    };
    return { field, value, number, text: (key) => textOf(value(key)) };
  });
}
