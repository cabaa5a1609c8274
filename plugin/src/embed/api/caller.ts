import { isObject, text } from '../model/read';
import { fetchJson } from './http';

/** Who is signed in at this server. */
export interface Caller {
  name: string;
  /** As the server calls it, e.g. `operator`; empty where it says none. */
  role: string;
}

/** Who is signed in; undefined where nobody needs to be. @throws ApiError */
export async function fetchCaller(signal: AbortSignal): Promise<Caller | undefined> {
  const body = await fetchJson('/sign-in/caller', { signal });
  const name = isObject(body) ? text(body.name) : '';
  return isObject(body) && name !== '' ? { name, role: text(body.role) } : undefined;
}
