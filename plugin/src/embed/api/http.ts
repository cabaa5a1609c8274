import { t } from '../../language/t';
import { takeEarly } from '../boot/early';
import { isObject, text } from '../model/read';

/** A request that the server refused or that did not reach it; the message is for the reader. */
export class ApiError extends Error {
  override name = 'ApiError';

  constructor(
    message: string,
    /** HTTP status; 0: no answer. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** Fetches JSON; aborting rejects with the signal's own AbortError. @throws ApiError with the server's message. */
export async function fetchJson(path: string, init?: RequestInit): Promise<unknown> {
  const early = init?.method === undefined ? takeEarly(path) : undefined;
  const response = await (early ?? fetch(path, init)).catch((error: unknown) => {
    if (isAbort(error)) throw error;
    throw new ApiError(t('embed.errors.noAnswer', 'The Churnwatch server does not answer. Is it still running?'), 0);
  });
  const body = await response.json().catch((error: unknown) => {
    if (isAbort(error)) throw error;
    return undefined;
  });
  if (response.ok && body !== undefined) return body;
  const message = isObject(body) ? text(body.message) || text(body.error) : '';
  throw new ApiError(
    message ||
      t('embed.errors.status', 'The server answered {{status}} to {{path}}.', { status: response.status, path }),
    response.status,
  );
}

export function postJson(
  path: string,
  body: unknown,
  signal?: AbortSignal,
  headers: Record<string, string> = {},
): Promise<unknown> {
  return fetchJson(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** What to tell the reader about anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== ''
    ? error.message
    : t('embed.errors.unknown', 'Something went wrong. Reload the page to try again.');
}
