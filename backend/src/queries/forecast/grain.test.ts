import { daysBetween, forecastGrain, lastDayOf, wholeBuckets } from './grain';

it.each([
  [400, 1_000, 'day'],
  [401, 1_000, 'week'],
  [2_800, 1_000, 'week'],
  [2_801, 1_000, 'month'],
  [300, 299, 'week'],
  [300, 10, 'month'],
])('%i days in a picture of %i points go by %s', (days, points, grain) => {
  expect(forecastGrain('auto', days, points)).toBe(grain);
});

it('takes the grain asked for', () => {
  expect(forecastGrain('month', 3, 1_000)).toBe('month');
});

it.each([
  ['2018-05-31', 'day', '2018-05-31'],
  ['2018-05-28', 'week', '2018-06-03'],
  ['2018-02-01', 'month', '2018-02-28'],
  ['2020-02-01', 'month', '2020-02-29'],
  ['2018-12-01', 'month', '2018-12-31'],
] as const)('the %s bucket of the %s ends on %s', (start, grain, end) => {
  expect(lastDayOf(start, grain)).toBe(end);
});

it('lists buckets that lie wholly within', () => {
  expect(wholeBuckets('2018-05-29', '2018-06-10', 'week')).toEqual(['2018-06-04']);
  expect(wholeBuckets('2018-01-02', '2018-03-31', 'month')).toEqual(['2018-02-01', '2018-03-01']);
  expect(wholeBuckets('2018-01-02', '2018-01-02', 'day')).toEqual(['2018-01-02']);
  expect(wholeBuckets('2018-01-03', '2018-01-02', 'day')).toEqual([]);
});

it('counts both ends', () => {
  expect([daysBetween('2018-01-01', '2018-01-01'), daysBetween('2018-01-02', '2018-01-01')]).toEqual([1, 0]);
});
