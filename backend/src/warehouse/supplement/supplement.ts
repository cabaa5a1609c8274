import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WarehouseError } from '../errors';
import { moveDurably, writeDurably } from '../generations/durable';
import type { WarehousePaths } from '../generations/paths';
import { warehousePaths } from '../generations/paths';
import { digestFile } from '../generations/publish';
import { SUPPLEMENT_COLUMNS } from './tables';

/** Rows that every build in a warehouse folder takes in beside the shop's files: a DuckDB file with a table for each. */
export interface Supplement {
  /** Where the rows come from, e.g. "events". */
  name: string;
  /** The file's name within the folder of supplements. */
  file: string;
  bytes: number;
  sha256: string;
  /** Rows of each of its tables. */
  rows: Readonly<Record<string, number>>;
}

/** Where a new supplement is written before it is published. The folder exists then. */
export async function supplementDraft(out: string): Promise<string> {
  const { supplements } = warehousePaths(out);
  await mkdir(supplements, { recursive: true });
  return join(supplements, `draft-${process.pid}.duckdb`);
}

/**
 * Lets every later build in the folder take in a finished draft. A crash at any moment leaves the old or the new one.
 *
 * @param draft see `supplementDraft`
 */
export async function publishSupplement(
  out: string,
  draft: string,
  { name, rows }: Pick<Supplement, 'name' | 'rows'>,
): Promise<Supplement> {
  const paths = warehousePaths(out);
  const digest = await digestFile(draft);
  const supplement: Supplement = { name, file: `${digest.sha256.slice(0, 32)}.duckdb`, ...digest, rows };
  await moveDurably(draft, join(paths.supplements, supplement.file));
  await writeDurably(paths.supplement, JSON.stringify(supplement, null, 1));
  await removeOthers(paths, supplement.file);
  return supplement;
}

/**
 * The folder's supplement, not looked into; undefined when there is none.
 *
 * @throws WarehouseError `corrupt` when what tells of it cannot be understood
 */
export async function findSupplement(paths: WarehousePaths): Promise<Supplement | undefined> {
  let text: string;
  try {
    text = await readFile(paths.supplement, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
  const supplement = parsed(text);
  if (supplement === undefined) throw damaged(paths, paths.supplement, 'it cannot be understood');
  return supplement;
}

/**
 * The path of a supplement's file, once it is seen to be whole.
 *
 * @throws WarehouseError `corrupt` when it is not
 */
export async function verifySupplement(paths: WarehousePaths, supplement: Supplement): Promise<string> {
  const path = join(paths.supplements, supplement.file);
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) throw damaged(paths, path, 'it is missing');
  if (info.size !== supplement.bytes) {
    throw damaged(paths, path, `it has ${info.size} bytes instead of ${supplement.bytes}`);
  }
  if ((await digestFile(path)).sha256 !== supplement.sha256) throw damaged(paths, path, 'its content was changed');
  return path;
}

/** Whether the folder has a supplement that builds can use. */
export async function supplementIsWhole(out: string): Promise<boolean> {
  const paths = warehousePaths(out);
  try {
    const supplement = await findSupplement(paths);
    return supplement !== undefined && (await verifySupplement(paths, supplement)) !== '';
  } catch (error) {
    if (error instanceof WarehouseError) return false;
    throw error;
  }
}

function damaged(paths: WarehousePaths, path: string, why: string): WarehouseError {
  return new WarehouseError(
    'corrupt',
    `The rows from events that this warehouse takes in are damaged: ${path}: ${why}.`,
    `The serving process writes them anew with the next events; or restore a backup; or delete ${paths.supplement} to ` +
      'build without them for now.',
  );
}

/** Another build may be reading an older one; its file lives on until it is closed. */
async function removeOthers(paths: WarehousePaths, kept: string): Promise<void> {
  for (const name of await readdir(paths.supplements)) {
    if (name !== kept && !name.startsWith('draft-')) await rm(join(paths.supplements, name), { force: true });
  }
}

function parsed(text: string): Supplement | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isSupplement(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSupplement(value: unknown): value is Supplement {
  if (typeof value !== 'object' || value === null) return false;
  const { name, file, bytes, sha256, rows } = value as Partial<Record<keyof Supplement, unknown>>;
  return (
    typeof name === 'string' &&
    typeof file === 'string' &&
    /^[0-9a-f]+\.duckdb$/.test(file) &&
    typeof bytes === 'number' &&
    typeof sha256 === 'string' &&
    typeof rows === 'object' &&
    rows !== null &&
    Object.entries(rows).every(([table, count]) => table in SUPPLEMENT_COLUMNS && Number.isInteger(count))
  );
}
