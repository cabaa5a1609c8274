import { t } from '../../language/t';
import { takeEarly } from '../boot/early';
import { signedLink } from '../host/link';
import { isObject, text } from '../model/read';
import { trouble } from './trouble';

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

/** A request of somebody who has to sign in again: the sign-in has ended, its token was revoked, or the server began anew. */
export class SignedOutError extends ApiError {
  override name = 'SignedOutError';

  constructor() {
    super(t('embed.errors.signedOut', 'Your sign-in has ended.'), 401);
  }
}

/** Fetches JSON; aborting rejects with the signal's own AbortError. @throws ApiError with the server's message. */
export async function fetchJson(path: string, init?: RequestInit): Promise<unknown> {
  const early = init?.method === undefined ? takeEarly(path) : undefined;
  const response = await (early ?? fetch(path, init)).catch((error: unknown) => {
    if (isAbort(error)) throw error;
    trouble.next();
    throw new ApiError(t('embed.errors.noAnswer', 'The Churnwatch server does not answer. Is it still running?'), 0);
  });
  const body = await response.json().catch((error: unknown) => {
    if (isAbort(error)) throw error;
    return undefined;
  });
  if (response.ok && body !== undefined) return body;
  if (response.status === 401 && signedLink() === undefined) {
    trouble.next();
    throw new SignedOutError();
  }
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
