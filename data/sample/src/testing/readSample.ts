import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_KEYS, FILES, TRUTH_FILE, TRUTH_FOLDER, type FileKey } from '../layout';

export type Row = Record<string, string>;
export type Tables = Record<FileKey | 'truth', Row[]>;

/** Reads a generated folder with a reader of its own, so that a mistake in the writer is not mirrored. */
export async function readSample(folder: string): Promise<Tables> {
  const tables: Partial<Tables> = { truth: parseCsv(await readFile(join(folder, TRUTH_FOLDER, TRUTH_FILE), 'utf8')) };
  for (const key of FILE_KEYS) tables[key] = parseCsv(await readFile(join(folder, FILES[key].name), 'utf8'));
  return { ...emptyTables(), ...tables };
}

/** Rows of a CSV text (RFC 4180) by column name. @throws Error when a row has not as many fields as the header. */
export function parseCsv(text: string): Row[] {
  const records = parseRecords(text.replace(/^\ufeff/, ''));
  const [header = [], ...rows] = records;
  return rows.map((fields, index) => {
    if (fields.length !== header.length)
      throw new Error(`row ${index + 1} has ${fields.length} fields: ${fields.join('|')}`);
    return Object.fromEntries(header.map((name, nth) => [name, fields[nth] ?? '']));
  });
}

/** Rows by the value of a column. */
export function groupBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function parseRecords(text: string): string[][] {
  const records: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y;
  let record: string[] = [];
  while (field.lastIndex < text.length || record.length > 0) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (match === null) throw new Error(`broken CSV at ${at}: ${text.slice(at, at + 60)}`);
    record.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

function emptyTables(): Tables {
  return {
    customers: [],
    geolocation: [],
    items: [],
    payments: [],
    reviews: [],
    orders: [],
    products: [],
    sellers: [],
    translation: [],
    truth: [],
  };
}
