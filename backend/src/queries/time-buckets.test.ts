import { startOf } from '../contract';
import { bucketOf, bucketStarts, chooseGrain } from './time-buckets';

const range = (from: string, to: string) => ({ from: startOf(from), to: startOf(to) });

describe('chooseGrain', () => {
  it('takes the finest grain that stays readable', () => {
    expect(chooseGrain('auto', range('2018-01-01', '2018-03-01'), 1000)).toBe('day');
    expect(chooseGrain('auto', range('2017-01-01', '2018-09-01'), 1000)).toBe('week');
    expect(chooseGrain('auto', range('2010-01-01', '2018-09-01'), 1000)).toBe('month');
  });

  it('never asks for more points than the panel has room for', () => {
    expect(chooseGrain('auto', range('2018-01-01', '2018-03-01'), 20)).toBe('week');
    expect(chooseGrain('auto', range('2018-01-01', '2018-12-01'), 20)).toBe('month');
  });

  it('obeys a grain that is asked for', () => {
    expect(chooseGrain('day', range('2010-01-01', '2018-09-01'), 10)).toBe('day');
  });
});

describe('bucketOf', () => {
  it.each([
    ['2018-07-01', 'week', '2018-06-25'],
    ['2018-07-02', 'week', '2018-07-02'],
    ['2018-07-31', 'month', '2018-07-01'],
    ['2018-07-31', 'day', '2018-07-31'],
  ] as const)('%s by %s begins on %s', (day, grain, start) => {
    expect(bucketOf(day, grain)).toBe(start);
  });
});

describe('bucketStarts', () => {
  it('covers the range without gaps, across years and leap days', () => {
    expect(bucketStarts(range('2015-12-15', '2016-03-01'), 'month')).toEqual([
      '2015-12-01',
      '2016-01-01',
      '2016-02-01',
      '2016-03-01',
    ]);
    expect(bucketStarts(range('2016-02-28', '2016-03-01'), 'day')).toEqual(['2016-02-28', '2016-02-29', '2016-03-01']);
  });
});
