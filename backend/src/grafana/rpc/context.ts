import type { DataSourceInstance, PluginContext } from '../handlers';
import type { WireContext, WireDataSource, WithContext } from '../protocol/wire';
import { RequestError } from './errors';

/**
 * Who asks, and the data source that is asked.
 * @throws RequestError when the data source's settings cannot be read.
 */
export function contextOf({ pluginContext }: WithContext): PluginContext {
  const { orgId = 0, pluginId = '', user, dataSourceInstanceSettings }: Partial<WireContext> = pluginContext ?? {};
  return {
    orgId,
    pluginId,
    user: user ?? undefined,
    dataSource: dataSourceInstanceSettings ? dataSourceOf(dataSourceInstanceSettings) : undefined,
  };
}

function dataSourceOf({
  uid,
  name,
  jsonData,
  decryptedSecureJsonData,
  lastUpdatedMS,
}: WireDataSource): DataSourceInstance {
  return {
    uid,
    name,
    jsonData: parseJson(jsonData, `The settings of data source "${name}"`),
    secureJsonData: decryptedSecureJsonData,
    updated: lastUpdatedMS,
  };
}

/**
 * The value that some JSON stands for; empty text stands for an empty object, as Grafana sends it for nothing.
 * @throws RequestError that names `what`.
 */
export function parseJson(bytes: Buffer, what: string): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new RequestError(`${what} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
}
