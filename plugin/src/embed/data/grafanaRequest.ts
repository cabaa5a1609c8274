import { CoreApp, type DataQueryRequest, type TimeRange } from '@grafana/data';
import type { QueryRequest } from '../api/query';

/** A request as Grafana hands it to panels, for those that ask again with something changed. */
export function asGrafanaRequest(
  { queries, panel }: QueryRequest,
  { range, timeZone }: { range: TimeRange; timeZone: string },
): DataQueryRequest {
  return {
    app: CoreApp.Dashboard,
    requestId: 'panel',
    panelId: panel,
    interval: '1d',
    intervalMs: 86_400_000,
    range,
    scopedVars: {},
    startTime: 0,
    targets: queries,
    timezone: timeZone,
  };
}
