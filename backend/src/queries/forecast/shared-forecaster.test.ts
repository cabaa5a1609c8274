import type { Forecaster, ForecastRequest, ForecastRun, SeriesForecast } from '../../forecast/forecast';
import { SharedForecaster } from './shared-forecaster';
import { fakeForecaster } from './testing/fake-forecaster';

const request = (changed: Partial<ForecastRequest> = {}, values = [1, 2, 3]): ForecastRequest => ({
  series: [{ name: '', daily: { firstDay: '2018-01-01', values: Float64Array.from(values) } }],
  grain: 'day',
  horizonDays: 7,
  level: 0.8,
  model: 'auto',
  ...changed,
});

/** A forecaster that waits for its signal. */
function waiting() {
  const runs: (ForecastRun | undefined)[] = [];
  const forecaster: Forecaster = {
    forecast: (_request, run) => {
      runs.push(run);
      return new Promise<SeriesForecast[]>((_resolve, reject) =>
        run?.signal?.addEventListener('abort', () => reject(new Error('given up'))),
      );
    },
    close: jest.fn(() => Promise.resolve()),
  };
  return { runs, forecaster };
}

it('opens when first asked, computes equal requests once, and tells what was computed', async () => {
  const [inner, told] = [fakeForecaster(), jest.fn()];
  const open = jest.fn(() => Promise.resolve(inner));
  const shared = new SharedForecaster(open, told);
  expect(open).not.toHaveBeenCalled();
  const [first, second] = await Promise.all([shared.forecast(request()), shared.forecast(request())]);
  expect(second).toBe(first);
  expect(await shared.forecast(request())).toBe(first);
  expect([open.mock.calls.length, inner.requests.length]).toEqual([1, 1]);
  expect(told.mock.calls).toEqual([['done', 1, expect.any(Number)]]);
});

it.each([
  ['another value', request({}, [1, 2, 4])],
  ['another day', request({ series: [{ name: '', daily: { firstDay: '2018-01-02', values: new Float64Array(3) } }] })],
  ['another name', request({ series: [{ ...request().series[0]!, name: 'SP' }] })],
  ['another horizon', request({ horizonDays: 8 })],
  ['another country', request({ country: 'PT' })],
])('%s is another forecast', async (_what, other) => {
  const inner = fakeForecaster();
  const shared = new SharedForecaster(() => Promise.resolve(inner));
  await shared.forecast(request());
  await shared.forecast(other);
  expect(inner.requests).toHaveLength(2);
});

it('hands the time limit on, and aborts the work when the last who asked gives up', async () => {
  const [{ runs, forecaster }, told] = [waiting(), jest.fn()];
  const shared = new SharedForecaster(() => Promise.resolve(forecaster), told);
  const [one, two] = [new AbortController(), new AbortController()];
  const asked = [one, two].map(({ signal }) => shared.forecast(request(), { signal, timeLimitMs: 5 }));
  await new Promise((resolve) => setImmediate(resolve));
  expect(runs.map((run) => run?.timeLimitMs)).toEqual([5]);
  one.abort();
  await expect(asked[0]).rejects.toThrow();
  expect(runs[0]?.signal?.aborted).toBe(false);
  two.abort();
  await expect(asked[1]).rejects.toThrow();
  expect(runs[0]?.signal?.aborted).toBe(true);
  await new Promise((resolve) => setImmediate(resolve));
  expect(told.mock.calls).toEqual([['cancelled', 1, expect.any(Number)]]);
});

it('keeps no failure, neither of a forecast nor of its opening', async () => {
  const [inner, told] = [fakeForecaster(), jest.fn()];
  const open = jest
    .fn(() => Promise.resolve<Forecaster>(inner))
    .mockRejectedValueOnce(new Error('no threads'))
    .mockResolvedValueOnce(fakeForecaster('too short'));
  const shared = new SharedForecaster(open, told);
  await expect(shared.forecast(request())).rejects.toThrow('no threads');
  await expect(shared.forecast(request())).rejects.toThrow('too short');
  await expect(shared.forecast(request())).rejects.toThrow('too short');
  expect(open).toHaveBeenCalledTimes(2);
  expect(told.mock.calls.map(([outcome]) => outcome)).toEqual(['failed', 'failed', 'failed']);
});

it('closes what it opened, and opens nothing afterwards', async () => {
  const { forecaster } = waiting();
  const shared = new SharedForecaster(() => Promise.resolve(forecaster));
  const abort = new AbortController();
  const asked = shared.forecast(request(), { signal: abort.signal });
  await shared.close();
  expect(forecaster.close).toHaveBeenCalledTimes(1);
  abort.abort();
  await expect(asked).rejects.toThrow();
  const never = jest.fn(() => Promise.resolve<Forecaster>(forecaster));
  const unused = new SharedForecaster(never);
  await unused.close();
  await expect(unused.forecast(request())).rejects.toThrow('closed');
  expect(never).not.toHaveBeenCalled();
});
