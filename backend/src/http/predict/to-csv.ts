import { PREDICTION, type Prediction, type RowError } from '../../contract/rest/schemas';

const COLUMNS = [...Object.keys(PREDICTION.properties), 'error'];

/** Predictions and errors as CSV (RFC 4180), a line per row of the request and in its order. */
export function toCsv({ predictions, errors }: { predictions: Prediction[]; errors: RowError[] }): string {
  const rows: { row: number }[] = [...predictions, ...errors];
  const ordered = rows.sort((a, b) => a.row - b.row).map((row) => new Map<string, unknown>(Object.entries(row)));
  const lines = ordered.map((row) => COLUMNS.map((name) => cell(row.get(name))).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

function cell(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? withoutFormula(value) : '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would run as a formula is told to be text (OWASP, CSV injection). */
const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
