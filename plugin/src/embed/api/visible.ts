import { translateDashboard } from '@contract';
import { currentLanguage } from '../../language/current';
import { linkHeaders, signedLink, VISITORS_API } from '../host/link';
import type { Dashboard } from '../model/dashboard';
import { dashboardTexts } from '../model/dashboardTexts';
import { object, texts } from '../model/read';
import { readDashboard } from '../model/readDashboard';
import { fetchDashboard } from './dashboards';
import { fetchJson } from './http';

/** A dashboard as an embedded page may show it. */
export interface VisibleDashboard {
  dashboard: Dashboard;
  /** True: the time range is as the link has it, whatever the address says. */
  fixedTime: boolean;
}

/**
 * The dashboard with this uid; with a signed link the one that the link leads to, set as the link has it.
 *
 * @param search the address's query string: a link may leave time range and variables to it
 * @throws ApiError, or Error when the JSON is no dashboard that can be read
 */
export async function fetchVisible(uid: string, search: string, signal: AbortSignal): Promise<VisibleDashboard> {
  const link = signedLink();
  if (link === undefined) return { dashboard: await fetchDashboard(uid, signal), fixedTime: false };
  const wishes = new URLSearchParams(search);
  wishes.delete('token');
  wishes.set('lang', currentLanguage());
  const init = { signal, headers: linkHeaders(link) };
  const path = `${VISITORS_API}/dashboard?${wishes.toString()}`;
  const [json, known] = await Promise.all([fetchJson(path, init), dashboardTexts()]);
  const body = object(json);
  const dashboard = readDashboard(translateDashboard(body.dashboard, known));
  return { dashboard, fixedTime: !texts(object(body.link).free).includes('time') };
}
