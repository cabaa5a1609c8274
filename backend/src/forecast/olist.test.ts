import { openForecaster, type SeriesForecast } from '.';
import { openWarehouse } from '../warehouse';
import { builtOlist } from '../warehouse/testing/built-once';
import { whenOlist } from '../warehouse/testing/olist';
import { seasonalScale } from './backtest/metrics';
import { dayNumber } from './buckets/calendar';

const FIRST_DAY = '2017-01-05';
const ORIGINS = ['2018-02-28', '2018-03-31', '2018-04-30', '2018-05-30'];

// Daily revenue of purchases up to 28 August 2018, forecast from four days of the past and held against what came.
whenOlist('the forecast of the real Olist files', () => {
  const forecaster = openForecaster();
  let values: Float64Array;
  let forecasts: SeriesForecast[];

  beforeAll(async () => {
    const { out } = await builtOlist();
    const warehouse = await openWarehouse(out);
    const rows = await warehouse.use((engine) =>
      engine.rows('SELECT revenue FROM dim_days WHERE day BETWEEN $first::DATE AND $last::DATE ORDER BY day', {
        first: FIRST_DAY,
        last: '2018-08-28',
      }),
    );
    await warehouse.close();
    values = Float64Array.from(rows, ({ revenue }) => Number(revenue));
    forecasts = await forecaster.forecast({
      series: ORIGINS.map((name) => ({ name, daily: { firstDay: FIRST_DAY, values: values.slice(0, knownAt(name)) } })),
      grain: 'day',
      horizonDays: 90,
      level: 0.8,
      model: 'auto',
      country: 'BR',
    });
  }, 120_000);

  afterAll(async () => {
    await forecaster.close();
  });

  const knownAt = (origin: string): number => dayNumber(origin) - dayNumber(FIRST_DAY) + 1;
  const overOrigins = (
    days: number,
    measure: (path: SeriesForecast['future'], lead: number, actual: number) => number,
  ) =>
    forecasts.map(({ name, future }) => {
      const origin = knownAt(name);
      const sum = [...values.slice(origin, origin + days)].reduce(
        (all, value, i) => all + measure(future, i, value),
        0,
      );
      return sum / days;
    });
  const meanOf = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

  it.each([
    [30, 1],
    [90, 1.2],
  ])('at %i days has a MASE of at most %f', (days, most) => {
    const errors = overOrigins(days, ({ expected }, i, actual) => Math.abs(expected[i]! - actual));
    expect(meanOf(errors.map((error, i) => error / seasonalScale(values, knownAt(ORIGINS[i]!))))).toBeLessThan(most);
  });

  it.each([30, 90])('at %i days holds four fifths of the days in its 80 %% band', (days) => {
    const held = overOrigins(days, ({ band }, i, actual) =>
      Number(actual >= band.lower[i]! && actual <= band.upper[i]!),
    );
    expect(meanOf(held)).toBeGreaterThan(0.76);
    expect(meanOf(held)).toBeLessThan(0.84);
  });

  it('is the mean that is usually best', () => {
    expect(new Set(forecasts.map(({ model }) => model.en))).toEqual(new Set(['mean of weekday profile and Prophet']));
  });

  it('marks Black Friday, and few other days', () => {
    const { past } = forecasts.at(-1)!;
    expect(past.anomalous[past.starts.indexOf('2017-11-24')]).toBe(1);
    expect(past.anomalous.reduce((sum, one) => sum + one, 0) / past.starts.length).toBeLessThan(0.05);
  });
});
