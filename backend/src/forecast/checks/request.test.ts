import { ForecastError } from '../forecast';
import { requestOf, seriesOf } from '../testing/requests';
import { checkRequest, MOST_SERIES } from './request';

const withValues = (values: number[], name = ''): (() => void) => {
  return () => checkRequest(requestOf({ series: [seriesOf(Float64Array.from(values), name)] }));
};
const month = Array.from({ length: 30 }, () => 5);

test('three weeks are enough, a day less is refused by name', () => {
  expect(withValues(month.slice(0, 21))).not.toThrow();
  expect(withValues(month.slice(0, 20), 'SP')).toThrow(ForecastError);
  expect(withValues(month.slice(0, 20), 'SP')).toThrow(
    'A forecast of "SP" needs at least three weeks (21 days) of history up to the as-of date, and there are 20',
  );
  expect(withValues([5])).toThrow('up to the as-of date, and there is 1: move');
  expect(withValues([])).toThrow('the whole shop');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -0.01])('%f among the values is refused, with its day', (value) => {
  expect(withValues(month.with(3, value))).toThrow(
    `The history of the whole shop holds ${value} on 2017-01-08; only numbers from 0 upwards can be forecast.`,
  );
});

test('too many series are refused with how many are allowed', () => {
  const series = Array.from({ length: MOST_SERIES + 1 }, (_, i) => seriesOf(Float64Array.from(month), `${i}`));
  expect(() => checkRequest(requestOf({ series }))).toThrow(`at most ${MOST_SERIES} can be forecast at once`);
  expect(() => checkRequest(requestOf({ series: series.slice(1) }))).not.toThrow();
});

test.each([0, -1, 1.5, Number.NaN, 100_000])('a horizon of %f days is refused', (horizonDays) => {
  expect(() => checkRequest(requestOf({ horizonDays }))).toThrow('horizon');
});

test.each([0.49, 0.995, Number.NaN, 80])('a level of %f is refused', (level) => {
  expect(() => checkRequest(requestOf({ level }))).toThrow('level');
});
