import type { Dashboard } from '../model/dashboard';
import { isObject, list, objects, text, texts } from '../model/read';
import { readDashboard } from '../model/readDashboard';
import { fetchJson } from './http';

export interface DashboardSummary {
  uid: string;
  title: string;
  description: string;
  tags: string[];
}

/** The dashboards that the server has. @throws ApiError */
export async function fetchDashboards(signal?: AbortSignal): Promise<DashboardSummary[]> {
  const body = await fetchJson('/api/dashboards', { signal });
  const rows = isObject(body) ? list(body.dashboards) : list(body);
  return objects(rows).map((one) => ({
    uid: text(one.uid),
    title: text(one.title, text(one.uid)),
    description: text(one.description),
    tags: texts(one.tags),
  }));
}

/** @throws ApiError, or Error when the JSON is no dashboard that can be read */
export async function fetchDashboard(uid: string, signal?: AbortSignal): Promise<Dashboard> {
  return readDashboard(await fetchJson(`/api/dashboards/${encodeURIComponent(uid)}`, { signal }));
}
