import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import type { GenerationSummary } from '../../contract';
import { takeBuildLock } from '../generations/lock';
import { newGenerationId, SCHEMA_VERSION, warehousePaths, type WarehousePaths } from '../generations/paths';
import { digestFile, prepareFolders, publish, removeLeftovers } from '../generations/publish';
import { findInputs, fingerprint, type Inputs } from '../load/inputs';
import { findSupplement, verifySupplement } from '../supplement/supplement';
import type { LoadReport } from '../report';
import { toBuildError } from './failure';
import { fillGeneration } from './fill';
import { resolveOptions, type BuildOptions, type ResolvedBuildOptions } from './options';

export interface BuildResult {
  generation: GenerationSummary;
  report: LoadReport;
}

/**
 * Loads a folder of CSV files into a new generation, tests it and points readers at it. Whatever fails, the last good
 * generation stays current.
 *
 * @throws WarehouseError saying what was wrong, where, and what to do
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const paths = warehousePaths(options.out);
  try {
    const resolved = resolveOptions(options);
    tellStart(resolved, 'looking at the files');
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
  try {
    const supplement = await findSupplement(paths);
    if (supplement) tellStart(options, 'checking the events');
    const rows = supplement && { name: supplement.name, path: await verifySupplement(paths, supplement) };
    tellStart(options, 'preparing a new generation');
    const filled = await fillGeneration({ id, builtAt, file, folder }, options, inputs, rows);
    const report = { ...filled, generation: { ...filled.generation, files: fingerprint(inputs) } };
    options.signal?.throwIfAborted();
    const digest = fingerprint(inputs, supplement?.sha256);
    const manifest = { id, schemaVersion: SCHEMA_VERSION, fingerprint: digest, report };
    await publish(paths, file, { ...manifest, ...(await digestFile(file)) });
    return { generation: report.generation, report };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What comes before the first row is read takes a moment, on a busy machine many: it is told, too. */
function tellStart({ onProgress }: ResolvedBuildOptions, step: string): void {
  onProgress?.({ step, share: 0 });
}
