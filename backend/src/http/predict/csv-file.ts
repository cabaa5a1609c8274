import { CsvError, parse, type Info } from 'csv-parse';
import { Readable } from 'node:stream';
import { MAX_PREDICT_ROWS } from '../../contract/rest/schemas';
import { AnswerError } from '../ask';
import { refuseTooMany } from './row';

export interface CsvFile {
  header: string[];
  separator: Separator;
  rows: CsvLine[];
}

export interface CsvLine {
  /** Line of the file on which the row ends; the header is line 1. */
  line: number;
  cells: string[];
}

const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A row that is longer is a quote that nobody closed. */
const MAX_ROW_CHARACTERS = 64 * 1024;
const SLICE = 64 * 1024;

/**
 * A CSV file in UTF-8, with or without a byte order mark, its cells separated by comma, semicolon or tab.
 *
 * @throws AnswerError 400 when it cannot be read, 413 when it has too many rows
 */
export async function readCsv(bytes: Buffer): Promise<CsvFile> {
  const separator = separatorOf(decode(bytes));
  const parser = parse({
    bom: true,
    delimiter: separator,
    info: true,
    max_record_size: MAX_ROW_CHARACTERS,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const rows: CsvLine[] = [];
  // In slices, so that a large file does not hold up others for long.
  const read = Readable.from(slices(bytes)).pipe(parser);
  try {
    for await (const { record, info } of read as AsyncIterable<{ record: string[]; info: Info }>) {
      rows.push({ line: info.lines, cells: record });
      if (rows.length > MAX_PREDICT_ROWS + 1) break;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new AnswerError(400, `The file cannot be read as CSV: ${error.message}.`);
    throw error;
  }
  const [header, ...lines] = rows;
  if (!header) throw new AnswerError(400, 'The file is empty; it must have a header such as customer_id, and rows.');
  refuseTooMany(lines.length);
  if (lines.length === 0) throw new AnswerError(400, 'The file has a header but no rows.');
  return { header: header.cells, separator, rows: lines };
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AnswerError(400, 'The file is not in UTF-8; save it as "CSV UTF-8".');
  }
}

/** The separator that the header has most of; a comma when it has none. */
function separatorOf(text: string): Separator {
  const header = /[^\r\n]+/.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? '';
  const count = (one: string): number => header.split(one).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}
