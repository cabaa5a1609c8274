import { toTimeRange, type DataDays } from './dataRange';
import { quickOptions, rangeText } from './named';

const DAYS: DataDays = { firstDay: '2016-09-04', lastDay: '2018-08-31', regularLastDay: '2018-08-31' };

function range(from: string, to: string) {
  const found = toTimeRange(from, to, 'utc');
  if (!found) throw new Error('The test’s own range cannot be read.');
  return found;
}

it('says the name of a quick range', () => {
  expect(rangeText(range('2016-09-04', '2018-09-02'), 'utc', DAYS)).toBe('All data');
});

it('says the days of another range', () => {
  expect(rangeText(range('2018-02-01', '2018-03-01'), 'utc', DAYS)).toMatch(/^Feb 1\s–\s28, 2018$/);
});

it('says what moves with the clock as Grafana does', () => {
  expect(rangeText(range('now-6h', 'now'), 'utc', DAYS)).toBe('Last 6 hours');
});

it('lets the picker choose the present range again', () => {
  const names = quickOptions(range('2018-02-01', '2018-03-01'), 'utc', DAYS).map(({ display }) => display);
  expect(names).toHaveLength(6);
  expect(quickOptions(range('2018-02-01', '2018-03-01'), 'utc', undefined)).toHaveLength(1);
});
