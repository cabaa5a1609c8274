import type { GenerationSummary, WarehouseStatus } from '@contract';
import type { DataSourceApi, DataSourceInstanceSettings } from '@grafana/data';
import { DataSourceWithBackend, setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';

export { sourceSettings } from './settings';

/** What a warehouse over the real Olist files says of itself. */
export function generation(changed: Partial<GenerationSummary> = {}): GenerationSummary {
  return {
    id: 'g1',
    builtAt: '2026-11-21T07:41:12Z',
    sample: false,
    source: '/srv/olist',
    firstDay: '2016-09-04',
    lastDay: '2018-09-03',
    regularFirstDay: '2017-01-05',
    regularLastDay: '2018-08-22',
    all: { orders: 99_441, customers: 96_096, payments: 16_008_872.12 },
    purchases: { orders: 98_207, customers: 94_990, payments: 15_739_137.01 },
    rowsRead: 1_550_922,
    rowsRejected: 12,
    ...changed,
  };
}

/** The status of a warehouse that is ready. */
export function ready(changed: Partial<GenerationSummary> = {}): WarehouseStatus {
  return { state: 'ready', generation: generation(changed) };
}

/** A Grafana with these data sources, whose resources answer what the function gives or throws. */
export function grafanaWith(
  sources: DataSourceInstanceSettings[],
  answer: (uid: string, path: string) => unknown,
): void {
  const find = async (uid: string): Promise<DataSourceApi> => {
    const settings = sources.find((source) => source.uid === uid);
    if (!settings) throw new Error(`Datasource ${uid} was not found`);
    const datasource = new DataSourceWithBackend(settings);
    jest.spyOn(datasource, 'getResource').mockImplementation(async (path) => answer(uid, path));
    return datasource;
  };
  const service: DataSourceSrv = {
    get: (ref) => find(typeof ref === 'string' ? ref : (ref?.uid ?? '')),
    getList: () => sources,
    getInstanceSettings: (ref) => sources.find((source) => source.uid === ref),
    reload: () => undefined,
    registerRuntimeDataSource: () => undefined,
  };
  setDataSourceSrv(service);
}
