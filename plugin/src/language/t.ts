import { t as translate } from '@grafana/i18n';

// React escapes what it shows: escaped twice, a city with an apostrophe or a date with slashes would be unreadable.
const AS_IT_IS = { interpolation: { escapeValue: false } };

/** The text with this key in the reader's language, its `{{placeholders}}` filled; in English the text given here. */
export function t(key: string, english: string, values?: Record<string, unknown>): string {
  return translate(key, english, values && { ...values, ...AS_IT_IS });
}
