import { stat } from 'node:fs/promises';
import type { GenerationSummary } from '../../contract';
import { openReader, type Reader, type ReaderOptions } from '../duckdb/reader';
import { WarehouseError, messageOf } from '../errors';
import { readManifest, readPointer, type Manifest } from './manifest';
import { SCHEMA_VERSION, type WarehousePaths } from './paths';
import { queryMemory } from './query-memory';
import { digestFile, listGenerations } from './publish';

/** Absent memory: as much as its customers need. */
export type OpenOptions = Omit<ReaderOptions, 'memoryLimit'> & Partial<Pick<ReaderOptions, 'memoryLimit'>>;

export interface OpenGeneration {
  reader: Reader;
  summary: GenerationSummary;
  /** Why the current generation could not be used, when an older one was opened in its place. */
  problem?: string;
}

const BUILD = 'Run "churnwatch build" to build it anew.';
/** Larger files are not read as a whole at each start; DuckDB checks each of their blocks when it reads it. */
const DIGEST_UP_TO_BYTES = 256e6;

/**
 * Opens the generation that the pointer names; when that one is damaged, the newest other one that is whole.
 *
 * @param distrusted ids of generations that turned out to be damaged while they were read
 * @throws WarehouseError `missing` when there is none at all, `corrupt` when none can be used
 */
export async function openGeneration(
  paths: WarehousePaths,
  options: OpenOptions,
  distrusted: ReadonlySet<string> = new Set(),
): Promise<OpenGeneration> {
  const pointed = await readPointer(paths);
  const ids = await listGenerations(paths);
  const candidates = pointed === undefined ? ids : [pointed, ...ids.filter((id) => id !== pointed)];
  if (candidates.length === 0) {
    throw new WarehouseError('missing', `There is no warehouse in ${paths.out} yet.`, 'Run "churnwatch build" first.');
  }
  const problems: string[] = [];
  for (const id of candidates) {
    try {
      if (distrusted.has(id)) throw damaged(paths.database(id), 'it could not be read');
      const opened = await openOne(paths, id, options);
      return problems.length === 0 ? opened : { ...opened, problem: problems[0] };
    } catch (error) {
      problems.push(messageOf(error));
    }
  }
  throw new WarehouseError('corrupt', problems.join(' '), BUILD);
}

async function openOne(paths: WarehousePaths, id: string, options: OpenOptions): Promise<OpenGeneration> {
  const manifest = await readManifest(paths, id);
  if (manifest === undefined) throw damaged(paths.manifest(id), 'it is missing or cannot be understood');
  if (manifest.schemaVersion !== SCHEMA_VERSION) {
    throw new WarehouseError(
      'corrupt',
      `The generation ${id} in ${paths.out} is of version ${manifest.schemaVersion}; this Churnwatch reads version ${SCHEMA_VERSION}.`,
      BUILD,
    );
  }
  await verify(paths.database(id), manifest);
  const summary = manifest.report.generation;
  const memoryLimit = options.memoryLimit ?? queryMemory(summary.all.customers);
  try {
    return { reader: await openReader(paths.database(id), { ...options, memoryLimit }), summary };
  } catch (error) {
    throw damaged(paths.database(id), messageOf(error).split('\n')[0]!);
  }
}

async function verify(file: string, manifest: Manifest): Promise<void> {
  const info = await stat(file).catch(() => undefined);
  if (info === undefined) throw damaged(file, 'it is missing');
  if (info.size !== manifest.bytes) throw damaged(file, `it has ${info.size} bytes instead of ${manifest.bytes}`);
  if (info.size > DIGEST_UP_TO_BYTES) return;
  if ((await digestFile(file)).sha256 !== manifest.sha256) throw damaged(file, 'its content was changed');
}

function damaged(file: string, why: string): WarehouseError {
  return new WarehouseError('corrupt', `The warehouse file ${file} cannot be used: ${why}.`, BUILD);
}
