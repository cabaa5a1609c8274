/**
 * CSV as Kaggle's files have it: the identifiers and zip prefixes that begin with a digit are quoted (so that nobody
 * reads them as numbers), other text only where it must be.
 */
const SPECIAL = /[",\r\n]/;

/** Text that needs quotes only for what it contains. */
export function plainField(value: string): string {
  return SPECIAL.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Text that is also quoted when it begins with a digit. */
export function textField(value: string): string {
  const first = value.charCodeAt(0);
  return first >= 48 && first <= 57 ? `"${value.replaceAll('"', '""')}"` : plainField(value);
}

/** An identifier of hexadecimal digits. */
export function idField(id: string): string {
  return id.charCodeAt(0) <= 57 ? `"${id}"` : id;
}

/** Money in cents as `12.90`. */
export function moneyField(cents: number): string {
  const rest = cents % 100;
  return `${Math.trunc(cents / 100)}.${rest < 10 ? '0' : ''}${rest}`;
}

/** The first line of all files but the translation. */
export function quotedHeader(columns: readonly string[]): string {
  return `${columns.map((name) => `"${name}"`).join(',')}\n`;
}
