import { CsvError, parse, type Info } from 'csv-parse';
import { Readable } from 'node:stream';

export interface CsvFile {
  header: string[];
  separator: Separator;
  /** Those after the header; one more than the most that may be there when there are too many. */
  rows: CsvLine[];
}

export interface CsvLine {
  /** Line of the file on which the row ends; the header is line 1. */
  line: number;
  cells: string[];
}

const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A file that cannot be read as CSV; its message is for the person whose file it is. */
export class CsvFileError extends Error {
  override name = 'CsvFileError';
}

export interface CsvOptions {
  /** Most rows after the header; reading ends with the first that is one too many. */
  maxRows: number;
  /** A header as the file should have, for the message about one that is empty. */
  header: string;
}

/** A row that is longer is a quote that nobody closed. */
const MAX_ROW_CHARACTERS = 64 * 1024;
const SLICE = 64 * 1024;

/**
 * A CSV file in UTF-8, with or without a byte order mark, its cells separated by comma, semicolon or tab.
 *
 * @throws CsvFileError when it cannot be read, or has no header
 */
export async function readCsv(bytes: Buffer, { maxRows, header: example }: CsvOptions): Promise<CsvFile> {
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
      if (rows.length > maxRows + 1) break;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CsvFileError(`The file cannot be read as CSV: ${error.message}.`);
    throw error;
  }
  const [header, ...lines] = rows;
  if (!header) throw new CsvFileError(`The file is empty; it must have a header such as ${example}, and rows.`);
  return { header: header.cells, separator, rows: lines };
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CsvFileError('The file is not in UTF-8; save it as "CSV UTF-8".');
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
