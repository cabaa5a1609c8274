import { dayNumber } from './calendar';
import { futureBuckets, pastBuckets } from './split';

const THURSDAY = dayNumber('2017-01-05');

describe('buckets of the past', () => {
  it('are whole: what is divided at either end is left out', () => {
    expect(pastBuckets(THURSDAY, 20, 'week')).toEqual([
      { start: '2017-01-09', from: 4, to: 11 },
      { start: '2017-01-16', from: 11, to: 18 },
    ]);
    expect(pastBuckets(THURSDAY, 60, 'month')).toEqual([{ start: '2017-02-01', from: 27, to: 55 }]);
    expect(pastBuckets(THURSDAY, 10, 'month')).toEqual([]);
  });

  it('of days are all days', () => {
    const days = pastBuckets(THURSDAY, 3, 'day');
    expect(days.map(({ start }) => start)).toEqual(['2017-01-05', '2017-01-06', '2017-01-07']);
  });
});

describe('buckets of the future', () => {
  it('begin with the one that the origin divides, which counts its past days', () => {
    expect(futureBuckets(dayNumber('2018-08-28'), 20, 'month')).toEqual([
      { start: '2018-08-01', from: 1, to: 3, pastDays: 28 },
      { start: '2018-09-01', from: 4, to: 33, pastDays: 0 },
    ]);
  });

  it('begin after the origin where it ends a bucket', () => {
    const [first] = futureBuckets(dayNumber('2018-08-31'), 5, 'month');
    expect(first).toEqual({ start: '2018-09-01', from: 1, to: 30, pastDays: 0 });
    const sunday = dayNumber('2018-09-02');
    expect(futureBuckets(sunday, 7, 'week')).toEqual([{ start: '2018-09-03', from: 1, to: 7, pastDays: 0 }]);
  });

  it('leave out no day: each begins where the one before ended', () => {
    const buckets = futureBuckets(dayNumber('2019-12-30'), 100, 'month');
    buckets.slice(1).forEach(({ from }, i) => expect(from).toBe(buckets[i]!.to + 1));
    expect(buckets.at(-1)!.to).toBeGreaterThanOrEqual(100);
  });
});
