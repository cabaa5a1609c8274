import { ForecastError } from '../forecast';
import { labelOfModel, MODELS, prepareModels } from './index';
import { noise, planted, weekly, WEEKDAYS } from './testing/planted';

beforeAll(prepareModels);

const byKey = (key: string) => MODELS.find((model) => model.key === key)!;
const learning = ['profile', 'prophet', 'mstl', 'ets'];

/** Two thirds of the days without a sale, the others of different size. */
const sparse = (day: number) => (noise(day) > 0.33 ? 100 + 50 * noise(day + 1000) : 0);

const odd: Record<string, (day: number) => number> = {
  'all zero': () => 0,
  constant: () => 5,
  sparse,
  'one sale ever': (day) => (day === 380 ? 99 : 0),
  'a huge outlier': (day) => (day === 390 ? 1e12 : weekly(day)),
  'a gap of two months': (day) => (day > 250 && day < 310 ? 0 : weekly(day)),
  'closed on Sundays': (day) => (day % 7 === 6 ? 0 : weekly(day)),
  'a shop that just opened': (day) => (day < 380 ? 0 : weekly(day)),
  'a shop that stopped': (day) => (day > 330 ? 0 : weekly(day)),
  'tiny values': (day) => weekly(day) * 1e-9,
  'values below zero': (day) => weekly(day) - 900,
};

test.each(
  MODELS.flatMap((model) => Object.keys(odd).map((name) => [labelOfModel(model.key).en, name, model] as const)),
)('%s: %s gives a finite forecast, not below zero', (_label, name, model) => {
  const path = model.forecast({ series: planted(400, odd[name]!), country: 'BR' }, 800);
  expect(path).toHaveLength(800);
  expect(path.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
});

test.each(MODELS.map((model) => [labelOfModel(model.key).en, model] as const))(
  '%s learns from its fewest days and refuses one less, saying how many it needs',
  (label, model) => {
    const path = model.forecast({ series: planted(model.minDays, weekly) }, 3 * model.minDays);
    expect(path.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    const short = () => model.forecast({ series: planted(model.minDays - 1, weekly) }, 30);
    expect(short).toThrow(ForecastError);
    expect(short).toThrow(`The model "${label}" needs at least ${model.minDays} days of history`);
  },
);

test.each(MODELS.map((model) => [labelOfModel(model.key).en, model] as const))(
  '%s names the day whose value is no number, and forgets nothing between two calls',
  (_label, model) => {
    const history = { series: planted(400, (day) => weekly(day) * (1 + 0.2 * noise(day))), country: 'BR' };
    const once = model.forecast(history, 60);
    history.series.values[300] = NaN;
    expect(() => model.forecast(history, 60)).toThrow('2017-10-29');
    history.series.values[300] = weekly(300) * (1 + 0.2 * noise(300));
    // Up to rounding: Prophet adds up the effects of holidays in any order.
    model.forecast(history, 60).forEach((value, day) => expect(value).toBeCloseTo(once[day]!, 6));
  },
);

test.each(learning)('%s recovers the shares of the weekdays and the level from noise', (key) => {
  const path = byKey(key).forecast({ series: planted(400, (day) => weekly(day) * (1 + 0.2 * noise(day))) }, 7);
  // 400 days after a Monday: a Tuesday.
  path.forEach((value, day) => {
    expect(value / 1000).toBeGreaterThan(WEEKDAYS[(day + 1) % 7]! - 0.1);
    expect(value / 1000).toBeLessThan(WEEKDAYS[(day + 1) % 7]! + 0.1);
  });
});

test.each(learning)('%s: a day that sells twenty times as much bends nothing', (key) => {
  const calm = planted(400, (day) => weekly(day) * (1 + 0.2 * noise(day)));
  const sale = planted(400, (day) => calm.values[day]! * (day === 380 ? 20 : 1));
  const expected = byKey(key).forecast({ series: calm }, 90);
  const path = byKey(key).forecast({ series: sale }, 90);
  path.forEach((value, day) => expect(Math.abs(value / expected[day]! - 1)).toBeLessThan(0.05));
});

test.each(learning)('%s: few sales still add up to what is sold, not to none', (key) => {
  const { values } = planted(400, sparse);
  const sum = byKey(key)
    .forecast({ series: planted(400, sparse) }, 112)
    .reduce((total, value) => total + value, 0);
  const sold = values.slice(-112).reduce((total, value) => total + value, 0);
  expect(sum).toBeGreaterThan(0.75 * sold);
  expect(sum).toBeLessThan(1.3 * sold);
});

test.each(learning)('%s: a shop closed on Sundays sells none then, and no less on the other days', (key) => {
  const path = byKey(key).forecast({ series: planted(400, (day) => (day % 7 === 6 ? 0 : weekly(day))) }, 7);
  path.forEach((value, day) => {
    const expected = (day + 1) % 7 === 6 ? 0 : weekly(day + 1);
    expect(Math.abs(value - expected)).toBeLessThan(60);
  });
});

test.each(learning)('%s: follows a level that has doubled', (key) => {
  const path = byKey(key).forecast({ series: planted(400, (day) => weekly(day, day < 300 ? 500 : 1000)) }, 70);
  const mean = path.reduce((total, value) => total + value, 0) / 70;
  expect(mean).toBeGreaterThan(920);
  expect(mean).toBeLessThan(1080);
});

test('last week and last year are repeated as they were, over and over', () => {
  const series = planted(400, (day) => day);
  expect([...byKey('seasonal_naive').forecast({ series }, 8)]).toEqual([393, 394, 395, 396, 397, 398, 399, 393]);
  const year = byKey('last_year').forecast({ series }, 365);
  expect([year[0], year[363], year[364]]).toEqual([36, 399, 36]);
});

test('an unknown country is told', () => {
  const history = { series: planted(400, weekly), country: 'XX' };
  for (const key of ['profile', 'prophet'])
    expect(() => byKey(key).forecast(history, 30)).toThrow('holidays of the country "XX"');
});
