import type { Connection } from '@platformatic/kafka';

interface Versioned {
  key: number;
  version: number;
}

type Offered = readonly { apiKey: number; minVersion: number; maxVersion: number }[];
const offered = new WeakMap<Connection, Offered>();

/**
 * The newest of the requests that the broker of a connection knows as well: those of one cluster differ while it is upgraded.
 *
 * @throws Error when it is too old
 */
export async function newestOf<Api extends Versioned>(connection: Connection, apis: readonly Api[]): Promise<Api> {
  const known = (offered.get(connection) ?? (await offerOf(connection))).find(({ apiKey }) => apiKey === apis[0]?.key);
  const newest = apis.find(({ version }) => known && version <= known.maxVersion && version >= known.minVersion);
  if (newest === undefined) throw new Error('The brokers are too old: Apache Kafka 3.1 or later is needed.');
  return newest;
}

async function offerOf(connection: Connection): Promise<Offered> {
  const { apiVersionsV3, clientSoftwareName, clientSoftwareVersion } = await import('@platformatic/kafka');
  const { apiKeys } = await apiVersionsV3.api.async(connection, clientSoftwareName, String(clientSoftwareVersion));
  offered.set(connection, apiKeys);
  return apiKeys;
}
