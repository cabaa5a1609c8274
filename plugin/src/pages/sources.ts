import { locationUtil } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { DATASOURCE_ID } from '../ids';
import { pageUrl } from './frame/paths';
import type { AppSettings } from './settings';

/** A Churnwatch data source of this Grafana. */
export interface Source {
  uid: string;
  name: string;
  /** True for the one that the app shows first. */
  isDefault: boolean;
}

/** The data sources that this viewer may use: the one that the app's settings name first, the others by name. */
export function listSources(settings: AppSettings | undefined): Source[] {
  const known = getDataSourceSrv().getList({ pluginId: DATASOURCE_ID, all: true });
  const byName = known.toSorted((one, other) => one.name.localeCompare(other.name));
  const first = byName.find(({ uid }) => uid === settings?.defaultDatasource) ?? byName[0];
  const sources = byName.map(({ uid, name }) => ({ uid, name, isDefault: uid === first?.uid }));
  return sources.toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault));
}

/** Where a data source's settings are. */
export function settingsUrl(uid: string): string {
  return locationUtil.assureBaseUrl(`/connections/datasources/edit/${encodeURIComponent(uid)}`);
}

/** Where a data source is added. */
export function addUrl(): string {
  return locationUtil.assureBaseUrl(`/connections/datasources/${DATASOURCE_ID}`);
}

/** Where the app is configured. */
export function configurationUrl(): string {
  return pageUrl('settings');
}
