import { join } from 'node:path';
import {
  DEFAULT_LANGUAGE,
  readSavedDashboard,
  translateDashboard,
  type Choices,
  type Language,
  type SavedDashboard,
  type SavedPanel,
} from '../../contract';
import { readDashboards } from '../../http/dashboards';
import { unknownVariables } from '../../http/embed/scope';
import { WarehouseError } from '../../warehouse';
import { checkoutFolder } from '../bundle-folder';
import { textsIn } from './texts';

/** The provisioned dashboards. */
export const dashboardFolder = join(checkoutFolder, 'dashboards');

/** What one may leave out when naming a dashboard. */
const PREFIX = 'churnwatch-';

/**
 * The dashboard with an id, with or without its prefix, with its texts in a language.
 *
 * @throws WarehouseError that names the known ones
 */
export async function findDashboard(
  id: string,
  folder = dashboardFolder,
  language: Language = DEFAULT_LANGUAGE,
): Promise<SavedDashboard> {
  const all = await readDashboards(folder);
  const found = all.find(({ uid }) => uid === id || uid === `${PREFIX}${id}`);
  if (found) return readSavedDashboard(translateDashboard(found, await textsIn(language)));
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

/** @throws WarehouseError when a dashboard is about what somebody must write first, such as a customer, and nobody has */
export function checkGiven({ uid, variables }: SavedDashboard, given: Choices): void {
  const open = variables.find(
    ({ name, type, saved }) => type === 'textbox' && (given[name] ?? saved).every((text) => text === ''),
  );
  if (!open) return;
  const hint = `Name one: --var ${open.name}=…`;
  throw new WarehouseError('usage', `The dashboard ${uid} shows nothing without a ${open.name}.`, hint);
}

/** @throws WarehouseError that names the known ones */
export function findPanel({ uid, panels }: SavedDashboard, id: number): SavedPanel {
  const found = panels.find((panel) => panel.id === id);
  if (found) return found;
  const known = panels.map((panel) => `  ${panel.id}  ${panel.title}`).join('\n');
  throw new WarehouseError('usage', `The dashboard ${uid} has no panel ${id}.`, `It has:\n${known}`);
}
