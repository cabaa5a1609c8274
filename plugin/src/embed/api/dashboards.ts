import { translateDashboard } from '@contract';
import type { Dashboard } from '../model/dashboard';
import { isObject, list, objects, text, texts } from '../model/read';
import { dashboardTexts } from '../model/dashboardTexts';
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
  const [json, known] = await Promise.all([fetchJson('/api/dashboards', { signal }), dashboardTexts()]);
  const body = translateDashboard(json, known);
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
  const path = `/api/dashboards/${encodeURIComponent(uid)}`;
  const [json, known] = await Promise.all([fetchJson(path, { signal }), dashboardTexts()]);
  return readDashboard(translateDashboard(json, known));
}
