import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';

/**
 * The frames as CSV, RFC 4180: a header line, then raw values (numbers unrounded, times in ISO), one empty line between
 * frames. It begins with a byte-order mark, by which spreadsheets know UTF-8.
 */
export function framesToCsv(frames: readonly DataFrame[]): string {
  return `\uFEFF${frames
    .filter((frame) => frame.fields.length > 0)
    .map((frame) => frameToCsv(frame, frames))
    .join('\r\n')}`;
}

function frameToCsv(frame: DataFrame, all: readonly DataFrame[]): string {
  const header = frame.fields.map((field) => quote(getFieldDisplayName(field, frame, [...all])));
  const rows = Array.from({ length: frame.length }, (_, row) => frame.fields.map((field) => cell(field, row)));
  return [header, ...rows].map((line) => `${line.join(',')}\r\n`).join('');
}

function cell(field: Field, row: number): string {
  const value: unknown = field.values[row];
  if (value === null || value === undefined) return '';
  if (field.type === FieldType.time && typeof value === 'number') return new Date(value).toISOString();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : quote(defuse(String(value)));
}

/** A spreadsheet runs text that begins like a formula; an apostrophe in front makes it text. */
function defuse(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A file name from a panel's title: `Revenue by state` becomes `revenue-by-state.csv`. */
export function csvName(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `${name || 'panel'}.csv`;
}

/** Hands a text to the browser's own download. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
