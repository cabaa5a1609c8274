import type { PlainField } from '../cells';

/** A field of numbers as a test needs it. */
export const field = (key: string, more: Partial<PlainField> = {}): PlainField => ({
  name: key,
  key,
  isTime: false,
  isNumber: true,
  unit: '',
  labels: {},
  values: [1, 2],
  texts: new Map(),
  ...more,
});

/** A field of texts. */
export const texts = (key: string, values: readonly string[], more: Partial<PlainField> = {}): PlainField =>
  field(key, { isNumber: false, values, ...more });

/** A field of moments, in ms. */
export const moments = (values: readonly number[], key = 'time'): PlainField =>
  field(key, { isTime: true, isNumber: false, values });
