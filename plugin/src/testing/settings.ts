import { PluginType, type DataSourceInstanceSettings, type DataSourcePluginMeta } from '@grafana/data';

/** The settings of a Churnwatch data source. */
export function sourceSettings(uid: string, name = uid): DataSourceInstanceSettings {
  const logos = { small: '', large: '' };
  const meta: DataSourcePluginMeta = {
    id: 'churnwatch-warehouse-datasource',
    name: 'Churnwatch warehouse',
    type: PluginType.datasource,
    module: '',
    baseUrl: '',
    info: { author: { name: '' }, description: '', links: [], logos, screenshots: [], updated: '', version: '' },
  };
  return { id: 1, uid, name, type: meta.id, meta, access: 'proxy', readOnly: false, jsonData: {} };
}
