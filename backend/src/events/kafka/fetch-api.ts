import type { Connection, Consumer, fetchV17 } from '@platformatic/kafka';

/** How a broker is asked for messages. */
export type FetchApi = typeof fetchV17.api;
export type FetchTopics = Parameters<FetchApi['async']>[7];

/**
 * The newest version of the request that brokers and client know; since the thirteenth it names topics by their ids. The
 * client's own method is not used: it leaves transactions in that were given up, and ends the process over some of them.
 *
 * @throws Error when the brokers are too old
 */
export async function newestFetchApi(consumer: Consumer): Promise<FetchApi> {
  const { fetchV13, fetchV14, fetchV15, fetchV16, fetchV17 } = await import('@platformatic/kafka');
  const offered = (await consumer.listApis()).find(({ apiKey }) => apiKey === fetchV17.api.key);
  const known = [fetchV17, fetchV16, fetchV15, fetchV14, fetchV13].map(({ api }) => api);
  const newest = known.find(({ version }) => offered && version <= offered.maxVersion && version >= offered.minVersion);
  if (newest === undefined) throw new Error('The brokers are too old: Apache Kafka 3.1 or later is needed.');
  return newest;
}

/** A connection to a broker. @throws Error when the cluster knows none of that id, or it cannot be reached */
export async function connectionTo(consumer: Consumer, node: number): Promise<Connection> {
  const { brokers } = await consumer.metadata({ topics: [] });
  const broker = brokers.get(node);
  if (broker === undefined) throw new Error(`The cluster knows no broker ${node} any more.`);
  return consumer.connections.get(broker);
}

/** Codes of the client for answers that came whole, and hold what it does not understand. */
const NOT_UNDERSTOOD = new Set(['PLT_KFK_UNSUPPORTED_COMPRESSION', 'PLT_KFK_UNSUPPORTED_FORMAT']);

/** Whether an answer came that could not be read; the client's other errors have codes of its own. */
export function isUnreadable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return NOT_UNDERSTOOD.has(code) || !code.startsWith('PLT_KFK_');
}
