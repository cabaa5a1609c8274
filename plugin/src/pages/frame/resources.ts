import { DataSourceWithBackend, getBackendSrv, getDataSourceSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { t } from '../../language/t';

async function sourceWithBackend(uid: string): Promise<DataSourceWithBackend> {
  const datasource = await getDataSourceSrv().get({ uid });
  if (datasource instanceof DataSourceWithBackend) return datasource;
  throw new Error(t('pages.no-backend', 'This data source has no backend to ask.'));
}

/** A failure is told on the page itself: Grafana's own message beside it would only repeat it. */
const QUIET = { showErrorAlert: false };

/** What a route of the data source's API answers. @throws what Grafana makes of a failure: see `messageOf` */
export async function readResource<Body>(uid: string, path: string): Promise<Body> {
  return (await sourceWithBackend(uid)).getResource<Body>(path, undefined, QUIET);
}

/** Has a route of the data source's API do something. @throws what Grafana makes of a failure: see `messageOf` */
export async function postResource(uid: string, path: string): Promise<void> {
  await (await sourceWithBackend(uid)).postResource(path, undefined, QUIET);
}

/**
 * Has a route of the data source's API change something (PATCH). @returns what it is now
 *
 * @throws what Grafana makes of a failure: see `messageOf`
 */
export async function patchResource<Body>(uid: string, path: string, data: object): Promise<Body> {
  const url = `/api/datasources/uid/${encodeURIComponent(uid)}/resources/${path}`;
  const request = { url, method: 'PATCH', data, ...QUIET };
  return (await lastValueFrom(getBackendSrv().fetch<Body>(request))).data;
}
