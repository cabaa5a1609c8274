import { CoreApp, type DataQueryRequest } from '@grafana/data';
import { migrateQuery } from '@contract';
import { wantsLive } from '../../live/wantsLive';
import type { WarehouseQuery } from '../types';

/** Who shows answers that come later, too; others wait for the last answer, which would never come. */
const PANELS: readonly string[] = [CoreApp.Dashboard, CoreApp.PanelEditor, CoreApp.PanelViewer];

/** True for the request of a panel with a query that is to follow early warnings. */
export function isFollowed({ app, targets }: DataQueryRequest<WarehouseQuery>): boolean {
  return PANELS.includes(app) && targets.some((target) => wantsLive(migrateQuery(target)));
}
