import type { LoadReport } from '../report';
import { readManifest } from './manifest';
import { warehousePaths } from './paths';
import { listGenerations } from './publish';

/** The load reports of the generations that are kept in a warehouse folder, newest first; damaged ones are left out. */
export async function keptLoads(out: string): Promise<LoadReport[]> {
  const paths = warehousePaths(out);
  const manifests = await Promise.all((await listGenerations(paths)).map((id) => readManifest(paths, id)));
  return manifests.flatMap((manifest) => (manifest === undefined ? [] : [manifest.report]));
}
