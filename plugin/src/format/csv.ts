import type { InLanguages } from '@contract';
import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import { currentLanguage } from '../language/current';

interface Notation {
  separator: string;
  decimal: string;
}

/**
 * As spreadsheets of that language read a file that is opened by a double click: those set to Portuguese put a line with
 * commas into one cell, and take `1.5` for the first of May.
 */
const NOTATIONS: InLanguages<Notation> = {
  en: { separator: ',', decimal: '.' },
  'pt-BR': { separator: ';', decimal: ',' },
};

/**
 * The frames as CSV (RFC 4180) in the notation of the reader's language: a header line, then raw values (numbers unrounded,
 * days and times in ISO), one empty line between frames. It begins with a byte-order mark, by which spreadsheets know UTF-8.
 */
export function framesToCsv(frames: readonly DataFrame[]): string {
  const notation = NOTATIONS[currentLanguage()];
  return `\uFEFF${frames
    .filter((frame) => frame.fields.length > 0)
    .map((frame) => frameToCsv(frame, frames, notation))
    .join('\r\n')}`;
}

function frameToCsv(frame: DataFrame, all: readonly DataFrame[], { separator, decimal }: Notation): string {
  const columns = frame.fields.map((field) => [
    textCell(getFieldDisplayName(field, frame, [...all])),
    ...cellsOf(field, frame.length, decimal),
  ]);
  const lines = Array.from({ length: frame.length + 1 }, (_, line) => columns.map((cells) => cells[line] ?? ''));
  return lines.map((cells) => `${cells.join(separator)}\r\n`).join('');
}

function cellsOf({ type, values }: Field, length: number, decimal: string): string[] {
  const all = Array.from({ length }, (_, row): unknown => values[row] ?? null);
  if (type === FieldType.time) {
    const isDays = all.every((value) => typeof value !== 'number' || value % DAY_MS === 0);
    return all.map((value) => (typeof value === 'number' ? momentCell(value, isDays) : cell(value, decimal)));
  }
  return all.map((value) => cell(value, decimal));
}

const DAY_MS = 86_400_000;
const DAY_LENGTH = '2018-01-01'.length;

/** Spreadsheets know `2018-01-01` for a day, and what has a `T` within for a text. */
function momentCell(ms: number, isDay: boolean): string {
  const text = new Date(ms).toISOString();
  return isDay ? text.slice(0, DAY_LENGTH) : text;
}

function cell(value: unknown, decimal: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', decimal) : '';
  return typeof value === 'boolean' ? String(value) : textCell(String(value));
}

/** A text of the data, quoted where it would break a line: in either notation, as nobody knows what reads the file. */
function textCell(text: string): string {
  const safe = defuse(text);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A spreadsheet runs text that begins like a formula; an apostrophe in front makes it text (OWASP, CSV injection). */
function defuse(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
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
