import { findInputs, fingerprint } from './load/inputs';
import { readManifest, readPointer } from './generations/manifest';
import { SCHEMA_VERSION, warehousePaths } from './generations/paths';
import { WarehouseError } from './errors';
import type { LoadReport } from './report';
import { findSupplement } from './supplement/supplement';

/**
 * Whether a build is due: no generation, files of other names, sizes or times of change, or another schema version.
 *
 * @throws WarehouseError when the data folder is no good
 */
export async function isStale(data: string, out: string): Promise<boolean> {
  const paths = warehousePaths(out);
  const id = await readPointer(paths);
  const manifest = id === undefined ? undefined : await readManifest(paths, id);
  if (manifest === undefined || manifest.schemaVersion !== SCHEMA_VERSION) return true;
  const supplement = await findSupplement(paths);
  return manifest.fingerprint !== fingerprint(await findInputs(data), supplement?.sha256);
}

/**
 * The load report of the current generation.
 *
 * @throws WarehouseError `missing` when there is none
 */
export async function readReport(out: string): Promise<LoadReport> {
  const paths = warehousePaths(out);
  const id = await readPointer(paths);
  const manifest = id === undefined ? undefined : await readManifest(paths, id);
  if (manifest === undefined) {
    throw new WarehouseError('missing', `There is no warehouse in ${out} yet.`, 'Run "churnwatch build" first.');
  }
  return manifest.report;
}
