import { getDefaultTimeRange, toDataFrame, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { DataSourceWithBackend, setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { NEVER, Observable, of } from 'rxjs';
import { sourceSettings } from '../../../testing/status';
import { grafanaWhatIf } from './grafanaWhatIf';

const TARGET = { refId: 'A', kind: 'churn_score', customer: '$customer', datasource: { uid: 'shop' } };

function requestOf(targets: DataQueryRequest['targets'] = [TARGET]): DataQueryRequest {
  return {
    app: 'dashboard',
    requestId: 'Q1',
    interval: '1d',
    intervalMs: 1,
    range: getDefaultTimeRange(),
    scopedVars: { customer: { value: 'abc' } },
    startTime: 0,
    targets,
    timezone: 'utc',
  };
}

/** A Grafana whose data source answers so; returns what it was asked. */
function grafanaAnswering(answer: Observable<DataQueryResponse>): jest.SpyInstance {
  const datasource = new DataSourceWithBackend(sourceSettings('shop'));
  const service: DataSourceSrv = {
    get: async () => datasource,
    getList: () => [],
    getInstanceSettings: () => undefined,
    reload: () => undefined,
    registerRuntimeDataSource: () => undefined,
  };
  setDataSourceSrv(service);
  return jest.spyOn(datasource, 'query').mockReturnValue(answer);
}

const ask = (signal = new AbortController().signal) => grafanaWhatIf(requestOf())?.({ recency_days: 30 }, signal);

describe('what-ifs in Grafana', () => {
  it('go to the data source of the panel, with its time range and variables', async () => {
    const frame = toDataFrame({ name: 'what_if', fields: [] });
    const query = grafanaAnswering(of({ data: [frame] }));
    expect(await ask()).toEqual([frame]);
    expect(query).toHaveBeenCalledWith(
      expect.objectContaining({
        scopedVars: { customer: { value: 'abc' } },
        requestId: expect.stringMatching(/^churnwatch-what-if-\d+$/),
        targets: [{ ...TARGET, kind: 'what_if', changes: { recency_days: 30 } }],
      }),
    );
  });

  it('cannot be asked where the panel asks about no customer', () => {
    expect(grafanaWhatIf(undefined)).toBeUndefined();
    expect(grafanaWhatIf(requestOf([{ refId: 'A' }]))).toBeUndefined();
  });

  it.each<[string, DataQueryResponse]>([
    ['as a list', { data: [], errors: [{ message: 'recency_days must be at most 402.' }] }],
    ['as data', { data: [], error: { data: { message: 'recency_days must be at most 402.' } } }],
  ])("fail with the backend's message, given %s", async (_name, response) => {
    grafanaAnswering(of(response));
    await expect(ask()).rejects.toThrow('recency_days must be at most 402.');
  });

  it('leave the request when they are taken back', async () => {
    let left = false;
    const pending = new Observable<DataQueryResponse>((subscriber) => {
      const subscription = NEVER.subscribe(subscriber);
      return () => {
        left = true;
        subscription.unsubscribe();
      };
    });
    grafanaAnswering(pending);
    const controller = new AbortController();
    const asked = ask(controller.signal);
    await Promise.resolve();
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(left).toBe(true);
  });
});
