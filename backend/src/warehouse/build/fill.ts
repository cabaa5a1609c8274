import type { DuckDBConnection } from '@duckdb/node-api';
import { nameOfPlace } from '../../contract';
import { WarehouseError } from '../errors';
import { runTasks } from '../lanes';
import { checkHeader, readFirstLine } from '../load/header';
import type { InputFile, Inputs } from '../load/inputs';
import { collectNotes } from '../load/notes';
import { rawViewSql } from '../load/raw';
import { CREATE_REJECTS } from '../load/rejects';
import { SOURCES, SOURCE_TABLES } from '../load/sources';
import { verifyGzip } from '../load/verify-gzip';
import type { LoadReport } from '../report';
import { CHECKS } from '../checks';
import { openBuildDatabase, type BuildDatabase } from './database';
import { attachSupplement, customerEventsViewSql } from '../supplement/raw-views';
import { reportTakenIn } from '../supplement/report';
import { reportFiles } from './file-reports';
import { writeMetaTables } from './meta';
import type { ResolvedBuildOptions } from './options';
import { followProgress } from './progress';
import { buildSteps } from './steps';
import { summarise } from './summary';

export interface NewGeneration {
  id: string;
  builtAt: Date;
  /** The file to be filled. */
  file: string;
  /** Folder for what does not fit into memory meanwhile. */
  folder: string;
}

/** Rows that are taken in beside those of the files. */
export interface FurtherRows {
  /** Where they come from, e.g. "events". */
  name: string;
  path: string;
}

const SMALL_BYTES = 2.5e9;
/** Such files shrink to about a quarter. */
const GZIP_FACTOR = 4;
const MOST_LANES = 3;

/**
 * Fills a new generation's file from the inputs, tests it and closes it.
 *
 * @returns what was read, refused and counted
 */
export async function fillGeneration(
  generation: NewGeneration,
  options: ResolvedBuildOptions,
  inputs: Inputs,
  further?: FurtherRows,
): Promise<LoadReport> {
  const headers = await readHeaders(inputs);
  const database = await openBuildDatabase({
    file: generation.file,
    tempDirectory: generation.folder,
    memoryBytes: options.memoryBytes,
    threads: options.threads,
    ...shareThreads(inputs, options.threads),
  });
  // Aborted by the caller, or by the first file that turns out to be damaged.
  const stop = new AbortController();
  const abort = () => stop.abort();
  stop.signal.addEventListener('abort', () => database.interrupt());
  options.signal?.addEventListener('abort', abort);
  if (options.signal?.aborted) abort();
  const verified = verifyInputs(inputs, stop.signal);
  verified.catch(abort);
  try {
    const report = await fill(database, generation, { ...options, signal: stop.signal, further }, inputs, headers);
    await verified;
    return report;
  } catch (error) {
    // A damaged file explains best whatever else failed.
    if (!(await endedWell(verified)) && !options.signal?.aborted) await verified;
    throw error;
  } finally {
    abort();
    options.signal?.removeEventListener('abort', abort);
    database.close();
  }
}

/**
 * Small files: several queries at once, on a thread each, since no one of them can use more. Large ones: one query at a
 * time on all threads, so that it has all the memory, too.
 */
function shareThreads(inputs: Inputs, threads: number): { lanes: number; laneThreads: number } {
  const bytes = Object.values(inputs).reduce((sum, file) => sum + file.bytes * (file.gzip ? GZIP_FACTOR : 1), 0);
  if (bytes >= SMALL_BYTES) return { lanes: 1, laneThreads: threads };
  const lanes = Math.min(threads, MOST_LANES);
  return { lanes, laneThreads: threads - lanes + 1 };
}

async function fill(
  database: BuildDatabase,
  { id, builtAt }: NewGeneration,
  options: ResolvedBuildOptions & { further?: FurtherRows },
  inputs: Inputs,
  headers: Headers,
): Promise<LoadReport> {
  const first = database.lanes[0]!;
  const { further } = options;
  if (further) await attachSupplement(first, further.path);
  await createRawTables(first, inputs, headers, further !== undefined);
  const { steps, loaded, taken } = buildSteps(inputs, options.limits, further !== undefined);
  const progress = followProgress(steps, options.onProgress, options.signal);
  await runTasks(progress.steps, database.lanes);
  const checks = CHECKS.map((check) => check.name);
  const notes = await collectNotes(first, inputs, options.limits.brokenKeyShare);
  const files = [
    ...(await reportFiles(first, inputs, loaded, notes)),
    ...(further ? await reportTakenIn(first, further.name, taken) : []),
  ];
  await writeMetaTables(first, {
    id,
    builtAt,
    source: nameOfPlace(options.source),
    sample: options.sample,
    files,
    checks,
  });
  // The tables are for everyone who may run SQL: the way to the folder stands in the report only.
  const generation = { ...(await summarise(first, files)), source: options.source };
  await progress.measure('writing the generation', () => database.finish());
  const totals = { allOrders: generation.all, purchases: generation.purchases };
  return { generation, files, totals, checks, steps: progress.taken };
}

type Headers = ReadonlyMap<InputFile, readonly string[]>;

async function readHeaders(inputs: Inputs): Promise<Headers> {
  const headers = new Map<InputFile, readonly string[]>();
  for (const table of SOURCE_TABLES) {
    const file = inputs[table];
    if (file !== undefined) headers.set(file, await readHeader(file));
  }
  return headers;
}

async function readHeader(file: InputFile): Promise<readonly string[]> {
  const line = await readFirstLine(file);
  if (line !== undefined) return checkHeader(file.name, file.source, line);
  throw new WarehouseError(
    'bad_input',
    `${file.name} is empty.`,
    file.source.required ? 'Export the file again.' : 'Export the file again, or remove it: it is optional.',
  );
}

async function createRawTables(
  lane: DuckDBConnection,
  inputs: Inputs,
  headers: Headers,
  supplemented: boolean,
): Promise<void> {
  await lane.run(CREATE_REJECTS);
  for (const table of SOURCE_TABLES) {
    const file = inputs[table];
    const header = file && headers.get(file);
    await lane.run(rawViewSql(SOURCES[table], file && header && { file, header }, supplemented));
  }
  await lane.run(customerEventsViewSql(supplemented));
}

async function verifyInputs(inputs: Inputs, signal: AbortSignal): Promise<void> {
  const packed = Object.values(inputs).filter((file) => file.gzip);
  await Promise.all(packed.map((file) => verifyGzip(file, signal)));
}

function endedWell(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
