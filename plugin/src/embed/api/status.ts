import type { WarehouseStatus } from '@contract';
import { t } from '../../language/t';
import { linkHeaders, signedLink, VISITORS_API } from '../host/link';
import { isObject } from '../model/read';
import { ApiError, fetchJson } from './http';

export type Status = WarehouseStatus & { version?: string };

/** What the server serves, or how far the building has come. @throws ApiError */
export async function fetchStatus(signal?: AbortSignal): Promise<Status> {
  const link = signedLink();
  const body =
    link === undefined
      ? await fetchJson('/api/status', { signal }).catch(sayLink)
      : await fetchJson(`${VISITORS_API}/status`, { signal, headers: linkHeaders(link) });
  if (!isStatus(body))
    throw new ApiError(
      t('embed.errors.noStatus', 'The server answered /api/status with something else than a status.'),
      502,
    );
  return body;
}

/** Under a name that is there for signed links alone, nothing else is answered. */
function sayLink(error: unknown): never {
  if (!(error instanceof ApiError) || error.status !== 404) throw error;
  throw new ApiError(
    t('embed.errors.needsLink', 'This page needs a signed link. Ask whoever runs this server for one.'),
    401,
  );
}

function isStatus(body: unknown): body is Status {
  return isObject(body) && (body.state === 'ready' || body.state === 'building' || body.state === 'failed');
}
