import { getDefaultTimeRange, toDataFrame, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { DataSourceWithBackend, setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { NEVER, Observable, of } from 'rxjs';
import { sourceSettings } from '../../../testing/status';
import { ASKED } from '../testing/frames';
import { grafanaBacktest } from './grafanaBacktest';

function requestOf(targets: DataQueryRequest['targets'] = [ASKED]): DataQueryRequest {
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

const ask = (signal = new AbortController().signal) => grafanaBacktest(requestOf())?.(signal);

describe('past forecasts in Grafana', () => {
  it('come from the data source of the panel, with its time range and variables', async () => {
    const frame = toDataFrame({ name: 'backtest', fields: [] });
    const query = grafanaAnswering(of({ data: [frame] }));
    expect(await ask()).toEqual([frame]);
    expect(query).toHaveBeenCalledWith(
      expect.objectContaining({
        scopedVars: { state: { value: 'SP' } },
        requestId: expect.stringMatching(/^churnwatch-backtest-\d+$/),
        targets: [{ ...ASKED, view: 'backtest' }],
      }),
    );
  });

  it('cannot be asked where the panel asks for no forecast', () => {
    expect(grafanaBacktest(undefined)).toBeUndefined();
    expect(grafanaBacktest(requestOf([{ refId: 'A' }]))).toBeUndefined();
  });

  it.each<[string, DataQueryResponse, string]>([
    ['as a list', { data: [], errors: [{ message: 'It took too long.' }] }, 'It took too long.'],
    ['as data', { data: [], error: { data: { message: 'It took too long.' } } }, 'It took too long.'],
    ['without a reason', { data: [], error: {} }, 'The past forecasts could not be loaded.'],
  ])("fail with the backend's message, given %s", async (_name, response, message) => {
    grafanaAnswering(of(response));
    await expect(ask()).rejects.toThrow(message);
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
