import { locationUtil } from '@grafana/data';
import { APP_ID } from '../../ids';

/** The page of one customer, of the data source given or of the default one. */
export function customerUrl(id: string, source?: string | null): string {
  const query = new URLSearchParams({ id, ...(source ? { source } : {}) });
  return locationUtil.assureBaseUrl(`/a/${APP_ID}/customer?${query}`);
}
