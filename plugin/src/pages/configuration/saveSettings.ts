import type { AppPluginMeta } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import type { AppSettings } from '../settings';

/** Saves the app's settings; whether it is enabled and pinned stays as it is. */
export async function saveSettings(meta: AppPluginMeta<AppSettings>, jsonData: AppSettings): Promise<void> {
  const { id, enabled, pinned } = meta;
  const request = { url: `/api/plugins/${id}/settings`, method: 'POST', data: { enabled, pinned, jsonData } };
  await lastValueFrom(getBackendSrv().fetch({ ...request, showErrorAlert: false }));
}
