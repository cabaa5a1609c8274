import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { WarehouseError, messageOf } from '../errors';
import { closest } from './closest';
import type { InputFile } from './inputs';
import type { Source } from './sources';

const DELIMITERS = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' } as const;
const MAX_HEADER = 64 * 1024;

/** The first line of a file's (unpacked) text, without byte-order mark; undefined when there is none. */
export async function readFirstLine(file: InputFile): Promise<string | undefined> {
  const raw = createReadStream(file.path, { end: file.gzip ? undefined : MAX_HEADER - 1 });
  const stream = file.gzip ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => stream.destroy(error));
  let text = '';
  try {
    for await (const chunk of stream) {
      text += (chunk as Buffer).toString('utf8');
      if (text.includes('\n') || text.length >= MAX_HEADER) break;
    }
  } catch (error) {
    throw new WarehouseError(
      file.gzip ? 'bad_input' : 'io',
      `${file.name} cannot be read: ${messageOf(error)}.`,
      file.gzip
        ? 'Copy the file again; it seems damaged or is not a gzip file.'
        : 'Check the file and its permissions.',
      { cause: error },
    );
  } finally {
    raw.destroy();
  }
  const line = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1)[0] ?? '';
  return line.trim() === '' ? undefined : line;
}

/** The column names of a header line, unquoted and trimmed. */
export function parseHeader(line: string): string[] {
  const names: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    names.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
  }
  return names;
}

/**
 * Checks that a header has the columns that the source declares, in any order.
 *
 * @throws WarehouseError `bad_input` naming the file, the column, what was found and the closest spelling
 */
export function checkHeader(file: string, source: Source, line: string): string[] {
  const found = parseHeader(line);
  const wanted = Object.keys(source.columns);
  refuseOtherEncoding(file, line);
  refuseOtherDelimiter(file, line, found);
  const twice = found.find((name, at) => found.indexOf(name) !== at && name in source.columns);
  if (twice !== undefined) {
    throw new WarehouseError(
      'bad_input',
      `${file}: column "${twice}" occurs twice.`,
      'Remove or rename one of the two.',
    );
  }
  const missing = wanted.filter((name) => !found.includes(name));
  if (missing.length === 0) return found;
  if (missing.length === wanted.length) {
    throw new WarehouseError(
      'bad_input',
      `${file}: the first line is not the expected header: found "${shorten(line)}".`,
      `The first line must name the columns ${wanted.join(', ')}.`,
    );
  }
  const others = found.filter((name) => !wanted.includes(name));
  const name = missing[0]!;
  const near = closest(name, others);
  throw new WarehouseError(
    'bad_input',
    `${file}: column ${missing.map((column) => `"${column}"`).join(', ')} is missing; found ${found.join(', ')}.`,
    near === undefined ? `Add the column "${name}".` : `Rename the column "${near}" to "${name}".`,
  );
}

function refuseOtherEncoding(file: string, line: string): void {
  if (!line.includes('\0')) return;
  throw new WarehouseError(
    'bad_input',
    `${file} is not UTF-8 text; it looks like UTF-16 or no text at all.`,
    'Export the file again as CSV in UTF-8.',
  );
}

function refuseOtherDelimiter(file: string, line: string, found: readonly string[]): void {
  if (found.length > 1) return;
  for (const [delimiter, words] of Object.entries(DELIMITERS)) {
    if (!line.includes(delimiter)) continue;
    throw new WarehouseError(
      'bad_input',
      `${file}: the columns are separated by ${words}, not by commas.`,
      'Export the file again with commas between the columns.',
    );
  }
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
