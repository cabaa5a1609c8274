import { forecastAt } from '../backtest/paths';
import { modelOf } from '../choice/costs';
import type { Path, SeriesForecast } from '../forecast';
import { prepareModels } from '../models';
import { madeUpSales } from '../testing/made-up-sales';
import { requestOf, seriesOf } from '../testing/requests';
import { forecastSeries } from './forecast-series';
import { pastOf } from './past';
import { firstPaths, type SeriesTask } from './task';

function taskOf(values: Float64Array, changes: Partial<SeriesTask> = {}): SeriesTask {
  return { ...requestOf(), ...seriesOf(values), effort: 'cheap', ...changes };
}

function forecastOf(values: Float64Array, changes: Partial<SeriesTask> = {}): SeriesForecast {
  const task = taskOf(values, changes);
  const made = firstPaths(task).map(({ series, country, model, origin, days }) => {
    return { model, origin, path: forecastAt(modelOf(model), series, origin, days, country) };
  });
  return forecastSeries(task, made, pastOf(task));
}

function expectSound({ starts, expected, band, band95 }: Path): void {
  [band.lower, band.upper, band95.lower, band95.upper].forEach((side) => expect(side).toHaveLength(starts.length));
  starts.forEach((_, i) => {
    const inOrder = [0, band95.lower[i]!, band.lower[i]!, expected[i]!, band.upper[i]!, band95.upper[i]!];
    expect(inOrder.every(Number.isFinite)).toBe(true);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  });
}

const sales = madeUpSales(400, 3);

beforeAll(prepareModels);

test('no origin sees its future: other values after it change nothing that was said there', () => {
  const some = sales.slice(0, 250);
  const whole = forecastOf(some, { model: 'auto', effort: 'full', horizonDays: 60 });
  const origin = whole.pastForecasts.at(-3)!;
  const cut = 250 - 90;
  expect(origin.origin).toBe('2017-06-13');
  const other = Float64Array.from(some, (value, day) => (day < cut ? value : 7 * value + 100));
  const changed = forecastOf(other, { model: 'auto', effort: 'full', horizonDays: 60 });
  expect(changed.pastForecasts.slice(0, -2)).toEqual(whole.pastForecasts.slice(0, -2));
  expect(changed.pastForecasts.at(-1)).not.toEqual(whole.pastForecasts.at(-1));
  const upTo = whole.past.starts.indexOf(origin.origin) + 2;
  expect(changed.past.expected.slice(0, upTo)).toEqual(whole.past.expected.slice(0, upTo));
  expect(changed.past.band95.upper.slice(0, upTo)).toEqual(whole.past.band95.upper.slice(0, upTo));
});

test.each(['day', 'week', 'month'] as const)('by %s, bands are ordered and never below zero', (grain) => {
  const restless = madeUpSales(300, 5, 1.5);
  const { future, past, pastForecasts } = forecastOf(restless, { grain, horizonDays: 120, level: 0.9 });
  expectSound(future);
  expectSound(past);
  expect(pastForecasts.length).toBeGreaterThan(0);
  pastForecasts.forEach(({ path }) => expectSound(path));
});

test('the sum over the horizon is that of its days', () => {
  const { future, sum } = forecastOf(sales, { horizonDays: 45 });
  expect(future.starts).toHaveLength(45);
  expect(sum.expected).toBeCloseTo(
    future.expected.reduce((total, value) => total + value, 0),
    6,
  );
  expect(sum.lower).toBeLessThan(sum.expected);
  expect(sum.upper95).toBeGreaterThan(sum.upper);
});

test('weeks and months are the sums of their days; a divided one begins with what was sold', () => {
  const daily = forecastOf(sales, { horizonDays: 90 }).future.expected;
  const sumOf = (from: number, to: number): number => daily.slice(from - 1, to).reduce((all, value) => all + value, 0);
  // The last day is Thursday, 8 February 2018.
  const soldFrom = (days: number): number => sales.slice(-days).reduce((all, value) => all + value, 0);
  const weeks = forecastOf(sales, { horizonDays: 30, grain: 'week' }).future;
  expect(weeks.starts.slice(0, 2)).toEqual(['2018-02-05', '2018-02-12']);
  expect(weeks.expected[0]).toBeCloseTo(soldFrom(4) + sumOf(1, 3), 6);
  expect(weeks.expected[1]).toBeCloseTo(sumOf(4, 10), 6);
  expect(weeks.band.lower[0]).toBeGreaterThan(soldFrom(4));
  const months = forecastOf(sales, { horizonDays: 30, grain: 'month' }).future;
  expect(months.starts).toEqual(['2018-02-01', '2018-03-01']);
  expect(months.expected[0]).toBeCloseTo(soldFrom(8) + sumOf(1, 20), 6);
  expect(months.expected[1]).toBeCloseTo(sumOf(21, 51), 6);
});

test('days out of the ordinary are marked, of ordinary ones few', () => {
  const days = madeUpSales(400, 11);
  days[330] = 6000;
  days[200] = 0;
  const { past } = forecastOf(days);
  const marked = past.starts.filter((_, i) => past.anomalous[i]);
  expect(marked).toEqual(expect.arrayContaining(['2017-07-24', '2017-12-01']));
  expect(marked.length / past.starts.length).toBeLessThan(0.06);
});

test('what is told of the backtest fits what was measured', () => {
  const { scores, sentence, model } = forecastOf(sales, { horizonDays: 30 });
  const chosen = scores.filter(({ role }) => role === 'chosen');
  expect(chosen.map(({ horizonDays }) => horizonDays)).toEqual([7, 30, 90, 180]);
  expect(model.en).toBe('weekday profile');
  const { wape, coverage80 } = chosen[1]!;
  expect(sentence.en).toBe(
    `Forecasts of 30 days ahead were off by ${Math.round(100 * wape!)}% a day on average; ` +
      `the 80% band held what happened on ${Math.round(100 * coverage80!)}% of days.`,
  );
  expect(scores.map(({ model: key }) => key)).toEqual(expect.arrayContaining(['chosen', 'profile', 'seasonal_naive']));
  scores.forEach((score) => expect(Object.values(score).every((value) => !Number.isNaN(value))).toBe(true));
});

test('a profile that holds beats last week repeated', () => {
  const { scores } = forecastOf(sales);
  const of = (model: string): number => scores.find((one) => one.model === model && one.horizonDays === 30)!.mase!;
  expect(of('profile')).toBeLessThan(0.9 * of('seasonal_naive'));
});

describe('hard histories', () => {
  test('three weeks are forecast, with the notice that nothing could be judged', () => {
    const { future, notices, scores, sentence } = forecastOf(madeUpSales(21, 2), { model: 'auto', horizonDays: 14 });
    expectSound(future);
    expect(scores).toEqual([]);
    expect(notices.map(({ en }) => en).join(' ')).toContain('no forecast of the past could be judged');
    expect(sentence.en).toContain('too short');
  });

  test.each([22, 30, 45, 70, 100])('%i days are forecast soundly', (days) => {
    const { future, past, sum } = forecastOf(madeUpSales(days, days), { model: 'auto', horizonDays: 30 });
    expectSound(future);
    expectSound(past);
    expect(sum.upper).toBeGreaterThan(sum.expected);
  });

  test('a horizon longer than the history is answered with a notice', () => {
    const { future, notices } = forecastOf(madeUpSales(60, 2), { horizonDays: 730 });
    expect(future.starts).toHaveLength(730);
    expectSound(future);
    expect(notices.map(({ en }) => en).join(' ')).toContain('longer than the history of 60 days');
  });

  test('a series that never changes is carried on, with a notice', () => {
    const zero = forecastOf(new Float64Array(100), { model: 'auto', grain: 'month' });
    expect(zero.sum).toEqual({ expected: 0, lower: 0, upper: 0, lower95: 0, upper95: 0 });
    expect(zero.notices.map(({ en }) => en)).toEqual([
      'All 100 days of history are zero, so zero is expected; any sale would change that.',
    ]);
    const five = forecastOf(new Float64Array(100).fill(5), { grain: 'week', horizonDays: 10 });
    expect(five.future.expected).toEqual(Float64Array.of(35, 35, 35));
    expect(five.notices[0]?.en).toContain('have the same value');
  });

  test('a shop that fell silent, and one that sells once in a while, get sound bands', () => {
    const silent = Float64Array.from(sales, (value, day) => (day < 300 ? value : 0));
    const seldom = Float64Array.from(sales, (value, day) => (day % 23 === 5 ? value : 0));
    for (const values of [silent, seldom]) {
      const { future, past, scores } = forecastOf(values, { model: 'auto', horizonDays: 90 });
      expectSound(future);
      expectSound(past);
      scores.forEach((score) => expect(Object.values(score).every((value) => !Number.isNaN(value))).toBe(true));
    }
  });

  test('one huge day bends neither the level nor, for long, the bands', () => {
    const spiked = sales.with(370, 60_000);
    const [calm, after] = [forecastOf(sales), forecastOf(spiked)];
    expect(after.sum.expected / calm.sum.expected).toBeCloseTo(1, 1);
    expect(after.future.band.upper[0]!).toBeLessThan(2 * calm.future.band.upper[0]!);
  });

  test('a model that needs a longer history is refused with how long', () => {
    expect(() => forecastOf(madeUpSales(200, 1), { model: 'last_year', name: 'SP' })).toThrow(
      '"SP" has 200 days of history and cannot be forecast so: last year repeated needs at least 364 days of history. ' +
        'Choose the automatic model.',
    );
  });
});
