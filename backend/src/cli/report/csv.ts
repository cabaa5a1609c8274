import type { Frame } from '../../contract';
import type { ReportContent, ReportPanel } from './content';
import { plainParagraphs } from './plain-words';
import { plainFields, type PlainField, type PlainValue } from './cells';

/**
 * All frames of a dashboard as one file of CSV (RFC 4180): a section for each, begun by a line that names panel and frame,
 * with an empty line between sections. One panel with one frame is a table that any tool reads: names, then rows. Values
 * are raw, times RFC 3339, and fields have the backend's own names, which no language changes. It begins with a byte-order
 * mark, by which spreadsheets know UTF-8.
 */
export function toCsv(content: ReportContent): string {
  const sole = content.single ? soleFrame(content.panels) : undefined;
  return `\uFEFF${sole ? tableOf(sole).map(line).join('') : sectionsText(content)}`;
}

/** The one frame of the one panel; undefined where there are others, or something is missing. */
function soleFrame(panels: readonly ReportPanel[]): Frame | undefined {
  const [panel] = panels;
  const frames = panel?.frames.filter(({ fields }) => fields.length > 0) ?? [];
  return panel?.errors.length === 0 && frames.length === 1 ? frames[0] : undefined;
}

function sectionsText(content: ReportContent): string {
  const { title, range, asOf, generation, filters, sample, missing } = content;
  const about: PlainValue[][] = [
    ['dashboard', title],
    ['from', new Date(range.from).toISOString()],
    ['to', new Date(range.to).toISOString()],
    ['as_of', asOf],
    ['generation', generation],
    ['sample', sample],
    ...filters.map(([label, values]) => [label, values]),
    ...missing.map((one) => ['missing', one.title, one.reason]),
  ];
  const sections = content.panels.flatMap((panel) => sectionsOf(panel));
  return [about, ...sections].map((rows) => rows.map(line).join('')).join('\r\n');
}

function sectionsOf({ panel, title, words, frames, errors }: ReportPanel): PlainValue[][][] {
  const head = (...more: string[]): PlainValue[] => ['panel', panel.id, title, ...more];
  if (words !== '') return [[head('text'), ...plainParagraphs(words).map((one) => [one])]];
  const failed = errors.map((error) => [head('error'), [error]]);
  const tables = frames
    .filter(({ fields }) => fields.length > 0)
    .map((frame) => [head(frame.refId ?? '', frame.name), ...tableOf(frame)]);
  return [...failed, ...tables];
}

/** The names of a frame's fields, then its rows. */
function tableOf(frame: Frame): PlainValue[][] {
  const fields = plainFields(frame);
  return [fields.map(headOf), ...rowsOf(fields)];
}

/** The field's own name, and what tells it from others of that name. */
function headOf({ key, labels }: PlainField): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? key : `${key} {${pairs.join(', ')}}`;
}

function rowsOf(fields: readonly PlainField[]): PlainValue[][] {
  const length = fields[0]?.values.length ?? 0;
  return Array.from({ length }, (_, row) =>
    fields.map(({ values, isTime }) => {
      const value = values[row] ?? null;
      return isTime && typeof value === 'number' ? new Date(value).toISOString() : value;
    }),
  );
}

const line = (cells: readonly PlainValue[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: PlainValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = withoutFormula(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would run as a formula is told to be text (OWASP, CSV injection). */
const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
