import { ID_COLUMN } from '../../contract/rest/schemas';
import { AnswerError } from '../ask';
import type { CsvFile, CsvLine, Separator } from './csv-file';
import { problemWith, type Limits } from './limits';
import type { PredictRow } from './row';

/** The columns of an uploaded file: where the ids are, and which feature stands where. */
export interface Columns {
  width: number;
  id?: number;
  features: { key: string; at: number }[];
}

/**
 * What the columns of a header hold.
 * @throws AnswerError 400 naming columns without a name, twice there, or none at all
 */
export function columnsOf(header: readonly string[]): Columns {
  const names = header.map((name) => name.trim().toLowerCase());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new AnswerError(400, `The header names the column ${JSON.stringify(twice)} twice.`);
  const nameless = names.indexOf('');
  if (nameless >= 0) throw new AnswerError(400, `Column ${nameless + 1} has no name in the header.`);
  const id = names.indexOf(ID_COLUMN);
  const features = names.flatMap((key, at) => (at === id ? [] : { key, at }));
  return { width: names.length, ...(id >= 0 ? { id } : {}), features };
}

/** @throws AnswerError 400 naming the columns that are no features */
export function refuseUnknownColumns({ features }: Columns, limits: Limits): void {
  const unknown = features.filter(({ key }) => !limits.has(key)).map(({ key }) => JSON.stringify(key.slice(0, 60)));
  if (unknown.length === 0) return;
  const known = [ID_COLUMN, ...limits.keys()].join(', ');
  throw new AnswerError(400, `The header has columns that are not known: ${unknown.join(', ')}; known: ${known}.`);
}

/** The rows of a file; one that cannot be scored says why, the others are not held up by it. */
export function rowsFromCsv({ rows, separator }: CsvFile, columns: Columns, limits: Limits): PredictRow[] {
  return rows.map((line) => ({ row: line.line, ...contentOf(line, separator, columns, limits) }));
}

function contentOf(
  { cells }: CsvLine,
  separator: Separator,
  columns: Columns,
  limits: Limits,
): Omit<PredictRow, 'row'> {
  const { width, id, features } = columns;
  if (cells.length !== width) return { error: `The row has ${cells.length} cells, the header has ${width}.` };
  const customer = id === undefined ? undefined : cells[id];
  if (customer === '') return { error: `${ID_COLUMN} is empty.` };
  const given: Record<string, number> = {};
  for (const { key, at } of features) {
    const text = cells[at] ?? '';
    if (text === '') continue;
    const value = numberIn(text, separator);
    const error = problemWith(limits, key, value);
    if (error !== undefined) return { error };
    given[key] = Number(value);
  }
  if (Object.keys(given).length > 0) return { customer, features: given };
  return customer === undefined ? { error: 'There is no feature to predict from.' } : { customer };
}

const DECIMAL_COMMA = /^[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+$/;

/** The number in a cell, or the text that is none. Where cells are separated by semicolons, 1.234,5 is a number, too. */
function numberIn(text: string, separator: Separator): number | string {
  const plain = separator === ';' && DECIMAL_COMMA.test(text) ? text.replaceAll('.', '').replace(',', '.') : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : text;
}
