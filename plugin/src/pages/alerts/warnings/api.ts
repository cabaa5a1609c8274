import type { AlertDetail, AlertRow, WarningChange } from '@contract';
import { currentLanguage } from '../../../language/current';
import { patchResource, readResource } from '../../frame/resources';
import { listPath, type WarningFilter } from './filter';

/** Body of the resource that lists alerts. */
export interface WarningPage {
  alerts: AlertRow[];
  /** Where the next page is; null on the last one. */
  next: string | null;
}

/** The newest warnings of a filter. @throws what Grafana makes of a failure: see `messageOf` */
export const readWarnings = (uid: string, filter: WarningFilter, login: string, limit: number): Promise<WarningPage> =>
  readResource<WarningPage>(uid, listPath(filter, login, limit));

const pathOf = (id: string): string => `alerts/${encodeURIComponent(id)}?language=${currentLanguage()}`;

/** A warning with its history. @throws what Grafana makes of a failure: see `messageOf` */
export const readWarning = (uid: string, id: string): Promise<AlertDetail> =>
  readResource<AlertDetail>(uid, pathOf(id));

/** Changes a warning. @throws what Grafana makes of a failure: status 409 where somebody else was first */
export const changeWarning = (uid: string, id: string, change: WarningChange): Promise<AlertDetail> =>
  patchResource<AlertDetail>(uid, pathOf(id), change);

/** The HTTP status of a failure; undefined where there was no answer. */
export function statusOf(failure: unknown): number | undefined {
  if (typeof failure !== 'object' || failure === null || !('status' in failure)) return undefined;
  return typeof failure.status === 'number' ? failure.status : undefined;
}
