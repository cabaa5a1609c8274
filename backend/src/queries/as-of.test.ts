import { startOf } from '../contract';
import { asOfDay } from './as-of';

const days = { firstDay: '2016-09-04', lastDay: '2018-09-03', regularLastDay: '2018-08-28' };
const until = (to: number) => ({ from: startOf('2017-01-01'), to });

describe('asOfDay', () => {
  it('is the day on which the range ends, inside the data', () => {
    expect(asOfDay(until(startOf('2018-06-30') + 5), days)).toEqual({ day: '2018-06-30' });
    expect(asOfDay(until(startOf('2018-08-31') + 86_399_999), days)).toEqual({ day: '2018-08-31' });
  });

  it('is the day before when the range ends at midnight', () => {
    expect(asOfDay(until(startOf('2018-07-01')), days).day).toBe('2018-06-30');
  });

  it('is the last day of regular trade, with the reason, for a range that ends after the data', () => {
    const now = { from: startOf('2026-01-01'), to: startOf('2026-01-01') + 600_000 };
    expect(asOfDay(now, days).day).toBe('2018-08-28');
    expect(asOfDay(now, days).reason).toContain('last day of regular trade');
    expect(asOfDay(until(startOf('2018-09-05')), days).day).toBe('2018-08-28');
  });

  it('is the first day of the data for a range that ends before it', () => {
    expect(asOfDay({ from: 0, to: 1 }, days)).toMatchObject({ day: '2016-09-04' });
  });

  it("takes the query's own day, held inside the data in the same way", () => {
    expect(asOfDay(until(startOf('2018-06-30')), days, '2017-12-31').day).toBe('2017-12-31');
    expect(asOfDay(until(startOf('2018-06-30')), days, '2030-01-01').day).toBe('2018-08-28');
  });

  it('keeps a range of no length on its own day', () => {
    const midnight = startOf('2018-06-30');
    expect(asOfDay({ from: midnight, to: midnight }, days).day).toBe('2018-06-30');
  });
});
