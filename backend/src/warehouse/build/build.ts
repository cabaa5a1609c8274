import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { GenerationSummary } from '../../contract';
import { takeBuildLock } from '../generations/lock';
import { newGenerationId, SCHEMA_VERSION, warehousePaths, type WarehousePaths } from '../generations/paths';
import { digestFile, prepareFolders, publish, removeLeftovers } from '../generations/publish';
import { runTasks } from '../lanes';
import { checkHeader, readFirstLine } from '../load/header';
import { findInputs, fingerprint, type InputFile, type Inputs } from '../load/inputs';
import { rawViewSql } from '../load/raw';
import { CREATE_REJECTS } from '../load/rejects';
import { SOURCES, SOURCE_TABLES } from '../load/sources';
import { WarehouseError } from '../errors';
import type { LoadReport } from '../report';
import { openBuildDatabase, type BuildDatabase } from './database';
import { runChecks } from './checks';
import { toBuildError } from './failure';
import { reportFiles } from './file-reports';
import { writeMetaTables } from './meta';
import { resolveOptions, type BuildOptions, type ResolvedBuildOptions } from './options';
import { followProgress } from './progress';
import { buildSteps } from './steps';
import { summarise } from './summary';

export interface BuildResult {
  generation: GenerationSummary;
  report: LoadReport;
}

/** Below this size of all files together, several small queries at once use the cores better than one at a time. */
const SMALL_BYTES = 1e9;

/**
 * Loads a folder of CSV files into a new generation, tests it and points readers at it. Whatever fails, the last good
 * generation stays current.
 *
 * @throws WarehouseError saying what was wrong, where, and what to do
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const resolved = resolveOptions(options);
  const paths = warehousePaths(options.out);
  try {
    const inputs = await findInputs(options.data);
    await prepareFolders(paths);
    const lock = await takeBuildLock(paths.lock, options.waitMs, options.signal);
    try {
      await removeLeftovers(paths);
      return await buildGeneration(resolved, paths, inputs);
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw toBuildError(error, options.out, options.signal);
  }
}

async function buildGeneration(
  options: ResolvedBuildOptions,
  paths: WarehousePaths,
  inputs: Inputs,
): Promise<BuildResult> {
  const builtAt = new Date();
  const id = newGenerationId(builtAt);
  const folder = join(paths.temporary, `build-${id}`);
  const file = join(folder, `${id}.duckdb`);
  await prepareFolders({ ...paths, temporary: folder });
  const bytes = SOURCE_TABLES.reduce((sum, table) => sum + (inputs[table]?.bytes ?? 0), 0);
  try {
    const database = await openBuildDatabase({
      file,
      tempDirectory: folder,
      memoryLimit: options.memoryLimit,
      threads: options.threads,
      lanes: bytes < SMALL_BYTES ? Math.min(options.threads, 2) : 1,
    });
    const report = await fill(database, options, inputs, id, builtAt);
    const manifest = { id, schemaVersion: SCHEMA_VERSION, fingerprint: fingerprint(inputs), report };
    await publish(paths, file, { ...manifest, ...(await digestFile(file)) });
    return { generation: report.generation, report };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fills the new generation's file and closes it. */
async function fill(
  database: BuildDatabase,
  options: ResolvedBuildOptions,
  inputs: Inputs,
  id: string,
  builtAt: Date,
): Promise<LoadReport> {
  const { signal } = options;
  const interrupt = () => database.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    signal?.throwIfAborted();
    const first = database.lanes[0]!;
    await first.run(CREATE_REJECTS);
    for (const table of SOURCE_TABLES) await first.run(rawViewSql(SOURCES[table], await describeInput(inputs[table])));
    const { steps, loaded } = buildSteps(inputs, options.limits);
    const progress = followProgress(steps, options.onProgress, signal);
    await runTasks(progress.steps, database.lanes);
    const checks = await progress.measure('testing the new tables', () => runChecks(database.lanes));
    const files = await reportFiles(first, inputs, loaded);
    await writeMetaTables(first, { id, builtAt, source: options.source, sample: options.sample, files, checks });
    const generation = await summarise(first, files);
    await progress.measure('writing the generation', () => first.run('DETACH generation'));
    signal?.throwIfAborted();
    const totals = { allOrders: generation.all, purchases: generation.purchases };
    return { generation, files, totals, checks, steps: progress.taken };
  } finally {
    signal?.removeEventListener('abort', interrupt);
    database.close();
  }
}

async function describeInput(file: InputFile | undefined) {
  if (file === undefined) return undefined;
  const line = await readFirstLine(file);
  if (line === undefined) {
    throw new WarehouseError(
      'bad_input',
      `${file.name} is empty.`,
      file.source.required ? 'Export the file again.' : 'Export the file again, or remove it: it is optional.',
    );
  }
  return { file, header: checkHeader(file.name, file.source, line) };
}
