import { getDefaultTimeRange, type DataQueryRequest } from '@grafana/data';
import { DataSourceWithBackend, setDataSourceSrv } from '@grafana/runtime';
import { of } from 'rxjs';
import { sourceSettings } from '../../testing/status';
import { grafanaList } from './grafanaList';
import { customersFrame } from './testing';

const TARGET = { refId: 'A', kind: 'segment_moves', filters: { state: ['$state'] }, datasource: { uid: 'shop' } };

function requestOf(targets: DataQueryRequest['targets']): DataQueryRequest {
  return {
    app: 'dashboard',
    requestId: 'Q1',
    interval: '1d',
    intervalMs: 1,
    range: getDefaultTimeRange(),
    scopedVars: { state: { value: 'SP' } },
    startTime: 0,
    targets,
    timezone: 'utc',
  };
}

it('asks the data source of the panel, with its time range, filters and variables', async () => {
  const datasource = new DataSourceWithBackend(sourceSettings('shop'));
  setDataSourceSrv({
    get: async () => datasource,
    getList: () => [],
    getInstanceSettings: () => undefined,
    reload: () => undefined,
    registerRuntimeDataSource: () => undefined,
  });
  const frame = customersFrame(2);
  const query = jest.spyOn(datasource, 'query').mockReturnValue(of({ data: [frame] }));
  const ask = grafanaList('segment_moves', requestOf([TARGET]));
  expect(await ask?.({ kind: 'customers', limit: 5 }, new AbortController().signal)).toEqual([frame]);
  expect(query).toHaveBeenCalledWith(
    expect.objectContaining({
      scopedVars: { state: { value: 'SP' } },
      targets: [{ ...TARGET, kind: 'customers', limit: 5 }],
    }),
  );
});

it('cannot ask where the panel asks for something else', () => {
  expect(grafanaList('value_at_risk', requestOf([TARGET]))).toBeUndefined();
  expect(grafanaList('segment_moves', undefined)).toBeUndefined();
});
