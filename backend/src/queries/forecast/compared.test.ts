import { addDays } from '../../contract';
import { changeOf, comparedSum, horizonAfter } from './compared';

/** 1, 2, 3, … from the first day on. */
const daily = (firstDay: string, days: number) => ({
  firstDay,
  values: Float64Array.from({ length: days }, (_, i) => i + 1),
});
const learned = { first: '2018-01-01', last: '2018-01-31' };

it('sums as many days up to the as-of date', () => {
  const horizon = horizonAfter('2018-01-31', 3);
  expect(horizon).toEqual({ from: '2018-02-01', to: '2018-02-03' });
  expect(comparedSum('period_before', daily('2018-01-01', 31), learned, horizon, 7)).toBe(29 + 30 + 31);
});

it('counts days before the first sale as zero while the shop was open, and knows nothing of days before', () => {
  const late = daily('2018-01-30', 2);
  expect(comparedSum('period_before', late, learned, horizonAfter('2018-01-31', 31), undefined)).toBe(3);
  expect(comparedSum('period_before', late, learned, horizonAfter('2018-01-31', 32), undefined)).toBeNull();
});

it('sums the same days of last year, a leap year or not', () => {
  const year = { first: '2019-01-01', last: '2020-02-27' };
  const series = daily('2019-01-01', 423);
  expect(addDays('2019-01-01', 422)).toBe('2020-02-27');
  // 28 February and 1 March 2019 are the 59th and 60th day; 29 February is compared with the 28th.
  const sum = (days: number) => comparedSum('last_year', series, year, horizonAfter('2020-02-27', days), undefined);
  expect([sum(1), sum(2), sum(3)]).toEqual([59, 59, 59 + 60]);
});

it('knows no last year that is not over, or before the shop was open', () => {
  expect(comparedSum('last_year', daily('2018-01-01', 31), learned, horizonAfter('2018-01-31', 3), 1)).toBeNull();
  const two = { first: '2017-01-01', last: '2018-01-31' };
  expect(comparedSum('last_year', daily('2017-01-01', 396), two, horizonAfter('2018-01-31', 400), 1)).toBeNull();
});

it('takes the target as it is', () => {
  const horizon = horizonAfter('2018-01-31', 3);
  const against = (target?: number) => comparedSum('target', daily('2018-01-01', 31), learned, horizon, target);
  expect([against(7), against(0), against()]).toEqual([7, 0, null]);
});

it('changes against something only', () => {
  expect([changeOf(3, 2), changeOf(1, 2), changeOf(1, 0), changeOf(1, null)]).toEqual([0.5, -0.5, null, null]);
});
