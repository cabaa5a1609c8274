import { createHash } from 'node:crypto';
import { access, constants, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WarehouseError, messageOf } from '../errors';
import { SOURCES, SOURCE_TABLES, type Source, type SourceTable } from './sources';

export interface InputFile {
  source: Source;
  /** Name within the data folder. */
  name: string;
  path: string;
  gzip: boolean;
  bytes: number;
  mtimeMs: number;
}

export type Inputs = Partial<Record<SourceTable, InputFile>>;

/**
 * Finds the nine files in a folder, plain or gzipped; a plain file wins over a gzipped one of the same name.
 *
 * @throws WarehouseError `bad_input` when the folder or a required file is missing, `io` when it may not be read
 */
export async function findInputs(folder: string): Promise<Inputs> {
  const names = await listFolder(folder);
  const inputs: Inputs = {};
  for (const table of SOURCE_TABLES) {
    const source = SOURCES[table];
    const name = [`${source.file}.csv`, `${source.file}.csv.gz`].find((candidate) => names.has(candidate));
    if (name !== undefined) inputs[table] = await inspectFile(folder, name, source);
  }
  const missing = SOURCE_TABLES.filter((table) => SOURCES[table].required && inputs[table] === undefined);
  if (missing.length > 0) throw missingFiles(folder, missing, names.size);
  return inputs;
}

/**
 * A digest of the inputs' names, sizes and times of change, and of the rows that are taken in beside them: another digest
 * means that a build is due.
 *
 * @param supplement SHA-256 of those rows
 */
export function fingerprint(inputs: Inputs, supplement?: string): string {
  const hash = createHash('sha256');
  for (const table of SOURCE_TABLES) {
    const file = inputs[table];
    if (file !== undefined) hash.update(`${file.name}\0${file.bytes}\0${file.mtimeMs}\n`);
  }
  if (supplement !== undefined) hash.update(supplement);
  return hash.digest('hex').slice(0, 32);
}

async function listFolder(folder: string): Promise<Set<string>> {
  try {
    return new Set(await readdir(folder));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const hint =
      'Name the folder that holds the CSV files: in Grafana in the settings of the data source, else with --data.';
    if (code === 'ENOENT')
      throw new WarehouseError('bad_input', `There is no folder ${folder}.`, hint, { cause: error });
    if (code === 'ENOTDIR') {
      throw new WarehouseError('bad_input', `${folder} is a file, not a folder.`, hint, { cause: error });
    }
    throw new WarehouseError(
      'io',
      `The folder ${folder} cannot be read: ${messageOf(error)}.`,
      'Give this user the right to read it.',
      { cause: error },
    );
  }
}

async function inspectFile(folder: string, name: string, source: Source): Promise<InputFile> {
  const path = join(folder, name);
  try {
    const info = await stat(path);
    if (!info.isFile()) throw new Error('it is not a file');
    await access(path, constants.R_OK);
    return { source, name, path, gzip: name.endsWith('.gz'), bytes: info.size, mtimeMs: Math.floor(info.mtimeMs) };
  } catch (error) {
    throw new WarehouseError(
      'io',
      `${path} cannot be read: ${messageOf(error)}.`,
      'Check that it is a file and that this user may read it.',
      { cause: error },
    );
  }
}

function missingFiles(folder: string, missing: readonly SourceTable[], present: number): WarehouseError {
  const files = missing.map((table) => `${SOURCES[table].file}.csv`).join(', ');
  const found = present === 0 ? ' The folder is empty.' : '';
  return new WarehouseError(
    'bad_input',
    `${folder} lacks ${missing.length === 1 ? 'the required file' : 'the required files'} ${files}.${found}`,
    'Put them there, as .csv or .csv.gz, under exactly these names.',
  );
}
