import type { Connection, fetchV15 } from '@platformatic/kafka';
import { newestOf } from './versions';

/** How a broker is asked for messages. */
export type FetchApi = typeof fetchV15.api;

/**
 * The newest version of the request that a broker and the client know; since the thirteenth it names topics by their ids,
 * and since the sixteenth answers name new leaders in a way that the client misreads, along with what follows. Its own method
 * is not used: it leaves transactions in that were given up, and ends the process over some of them.
 *
 * @throws Error when the broker is too old
 */
export async function newestFetchApi(connection: Connection): Promise<FetchApi> {
  const { fetchV13, fetchV14, fetchV15 } = await import('@platformatic/kafka');
  return newestOf(connection, [fetchV15.api, fetchV14.api, fetchV13.api]);
}

/** Codes of the client for answers that came whole, and hold what it does not understand. */
const NOT_UNDERSTOOD = new Set(['PLT_KFK_UNSUPPORTED_COMPRESSION', 'PLT_KFK_UNSUPPORTED_FORMAT']);

/** Whether an answer came that could not be read; the client's other errors have codes of its own. */
export function isUnreadable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return NOT_UNDERSTOOD.has(code) || !code.startsWith('PLT_KFK_');
}
