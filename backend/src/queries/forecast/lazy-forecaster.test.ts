import type { Forecaster, ForecastRequest } from '../../forecast/forecast';
import { LazyForecaster } from './lazy-forecaster';
import { fakeForecaster } from './testing/fake-forecaster';

const REQUEST: ForecastRequest = {
  series: [{ name: '', daily: { firstDay: '2018-01-01', values: Float64Array.of(1, 2, 3) } }],
  grain: 'day',
  horizonDays: 7,
  level: 0.8,
  model: 'auto',
};

it('opens one forecaster when first asked, and tells how each request ended', async () => {
  const [inner, told] = [fakeForecaster(), jest.fn()];
  const open = jest.fn(() => Promise.resolve(inner));
  const lazy = new LazyForecaster(open, told);
  expect(open).not.toHaveBeenCalled();
  const answers = await Promise.all([lazy.forecast(REQUEST), lazy.forecast(REQUEST)]);
  expect(answers.map(([one]) => one?.future.starts.length)).toEqual([7, 7]);
  expect(open).toHaveBeenCalledTimes(1);
  expect(told.mock.calls).toEqual(Array(2).fill(['done', 1, expect.any(Number)]));
});

it('hands the signal and the time limit on, and tells a cancelled request from a failed one', async () => {
  const told = jest.fn();
  const failing: Forecaster = {
    forecast: jest.fn((_request, run) => Promise.reject(run?.signal?.reason ?? new Error('too short'))),
    close: () => Promise.resolve(),
  };
  const lazy = new LazyForecaster(() => Promise.resolve(failing), told);
  const run = { signal: AbortSignal.abort(new Error('given up')), timeLimitMs: 5 };
  await expect(lazy.forecast(REQUEST, run)).rejects.toThrow('given up');
  await expect(lazy.forecast(REQUEST)).rejects.toThrow('too short');
  expect(failing.forecast).toHaveBeenNthCalledWith(1, REQUEST, run);
  expect(told.mock.calls.map(([outcome]) => outcome)).toEqual(['cancelled', 'failed']);
});

it('tries again after it could not be opened', async () => {
  const open = jest
    .fn(() => Promise.resolve<Forecaster>(fakeForecaster()))
    .mockRejectedValueOnce(new Error('no threads'));
  const lazy = new LazyForecaster(open);
  await expect(lazy.forecast(REQUEST)).rejects.toThrow('no threads');
  await expect(lazy.forecast(REQUEST)).resolves.toHaveLength(1);
});

it('closes what it opened, and opens nothing afterwards', async () => {
  const inner = { ...fakeForecaster(), close: jest.fn(() => Promise.resolve()) };
  const open = jest.fn(() => Promise.resolve<Forecaster>(inner));
  const lazy = new LazyForecaster(open);
  await lazy.forecast(REQUEST);
  await lazy.close();
  await expect(lazy.forecast(REQUEST)).rejects.toThrow('closed');
  expect([open.mock.calls.length, inner.close.mock.calls.length]).toEqual([1, 1]);
  const unused = new LazyForecaster(open);
  await unused.close();
  expect(open).toHaveBeenCalledTimes(1);
});
