import { join } from 'node:path';
import { readSavedDashboard, type SavedDashboard } from '../../contract';
import { readDashboards } from '../../http/dashboards';
import { unknownVariables } from '../../http/embed/scope';
import { WarehouseError } from '../../warehouse';
import { checkoutFolder } from '../bundle-folder';

/** The provisioned dashboards. */
export const dashboardFolder = join(checkoutFolder, 'dashboards');

/** What one may leave out when naming a dashboard. */
const PREFIX = 'churnwatch-';

/**
 * The dashboard with an id, with or without its prefix.
 *
 * @throws WarehouseError that names the known ones
 */
export async function findDashboard(id: string, folder = dashboardFolder): Promise<SavedDashboard> {
  const all = await readDashboards(folder);
  const found = all.find(({ uid }) => uid === id || uid === `${PREFIX}${id}`);
  if (found) return readSavedDashboard(found);
  const known = all.map(({ uid, title }) => `  ${uid}  (${title})`).join('\n');
  throw new WarehouseError('usage', `There is no dashboard "${id}".`, `Known are:\n${known}`);
}

/** @throws WarehouseError when variables are named that the dashboard does not have */
export function checkVariables(dashboard: SavedDashboard, names: readonly string[]): void {
  const [unknown] = unknownVariables(dashboard, names);
  if (unknown === undefined) return;
  const known = dashboard.variables
    .map(({ name }) => name)
    .filter((name) => unknownVariables(dashboard, [name])[0] === undefined);
  const hint = known.length === 0 ? 'It has none.' : `It has: ${known.join(', ')}.`;
  throw new WarehouseError(
    'usage',
    `The dashboard ${dashboard.uid} has no variable "${unknown}" that can be set.`,
    hint,
  );
}
