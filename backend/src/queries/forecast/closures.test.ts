import { addDays } from '../../contract';
import { closureNotices, closuresBetween } from './closures';

const run = (first: string, count: number) => Array.from({ length: count }, (_, i) => addDays(first, i));

it('is more than a week without a sale, in the midst or up to the end', () => {
  const withSales = [...run('2018-05-01', 9), ...run('2018-05-18', 3), '2018-05-28'];
  expect(closuresBetween(withSales, { first: '2018-05-01', last: '2018-05-28' })).toEqual([
    { first: '2018-05-10', last: '2018-05-17' },
  ]);
  expect(closuresBetween(withSales, { first: '2018-05-01', last: '2018-06-05' })).toContainEqual({
    first: '2018-05-29',
    last: '2018-06-05',
  });
});

it('is no week without a sale, and nothing where there are none', () => {
  const withSales = ['2018-05-01', '2018-05-09'];
  expect(closuresBetween(withSales, { first: '2018-05-01', last: '2018-05-16' })).toEqual([]);
  expect(closuresBetween([], { first: '2018-05-01', last: '2018-06-30' })).toEqual([]);
});

it('is told by its days; of many the latest are, and the others counted', () => {
  const closure = (month: number) => ({ first: `2018-0${month}-10`, last: `2018-0${month}-17` });
  expect(closureNotices([])).toEqual([]);
  expect(closureNotices([closure(5)])).toEqual([
    { severity: 'warning', text: 'No sales at all from May 10, 2018 to May 17, 2018: these days count as zero.' },
  ]);
  const [many] = closureNotices([1, 2, 3, 4, 5].map(closure));
  expect(many?.text).toMatch(/^No sales at all from Mar 10, 2018 .* to May 17, 2018, and 2 more times before that:/);
});
