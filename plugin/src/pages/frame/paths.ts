import { locationUtil } from '@grafana/data';
import { APP_ID } from '../../ids';

export type PageName = 'customers' | 'customer' | 'models' | 'alerts' | 'data' | 'settings';

/** The address of a page within Grafana, without the part under which Grafana itself may be served. */
export function pagePath(page: PageName, query?: URLSearchParams): string {
  const text = query?.toString() ?? '';
  return `/a/${APP_ID}/${page}${text === '' ? '' : `?${text}`}`;
}

/** The address of a page, for links. */
export function pageUrl(page: PageName, query?: URLSearchParams): string {
  return locationUtil.assureBaseUrl(pagePath(page, query));
}
