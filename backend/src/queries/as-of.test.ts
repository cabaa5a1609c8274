import { dayOf, startOf } from '../contract';
import { asOfDay, movedIntoData } from './as-of';

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

  it('is the last day of regular trade in the mode "latest", whatever the range', () => {
    const rule = { asOfMode: 'latest' } as const;
    expect(asOfDay(until(startOf('2017-06-30')), days, undefined, rule)).toEqual({
      day: '2018-08-28',
      reason: 'Judged as of Aug 28, 2018, the last day of regular trade.',
    });
    expect(asOfDay(until(startOf('2018-08-29')), days, undefined, rule)).toEqual({ day: '2018-08-28' });
    expect(asOfDay(until(startOf('2018-06-30')), days, '2017-12-31', rule)).toEqual({ day: '2017-12-31' });
  });

  it('is the day of the settings in the mode "fixed", held inside the data', () => {
    const fixed = (asOfDay: string) => ({ asOfMode: 'fixed', asOfDay }) as const;
    expect(asOfDay(until(startOf('2018-06-30')), days, undefined, fixed('2017-12-31'))).toEqual({
      day: '2017-12-31',
      reason: 'Judged as of Dec 31, 2017, the day that the settings of the data source name.',
    });
    expect(asOfDay(until(startOf('2018-06-30')), days, undefined, fixed('2030-01-01'))).toMatchObject({
      day: '2018-08-28',
      reason: expect.stringContaining('the data ends before Jan 1, 2030'),
    });
  });

  it('keeps a range of no length on its own day', () => {
    const midnight = startOf('2018-06-30');
    expect(asOfDay({ from: midnight, to: midnight }, days).day).toBe('2018-06-30');
  });
});

describe('movedIntoData', () => {
  it('leaves a range alone that touches the data or lies before it', () => {
    for (const range of [until(startOf('2030-01-01')), { from: 0, to: 1 }])
      expect(movedIntoData(range, days)).toEqual({ range });
    const lastMoment = startOf('2018-09-04') - 1;
    expect(movedIntoData({ from: lastMoment, to: lastMoment + 5 }, days).reason).toBeUndefined();
  });

  it('moves a range that lies after the data to end with regular trade, as long as asked', () => {
    const week = 7 * 86_400_000;
    const { range, reason } = movedIntoData({ from: startOf('2030-01-01'), to: startOf('2030-01-01') + week }, days);
    expect([range.to - range.from, dayOf(range.to)]).toEqual([week, '2018-08-28']);
    expect(reason).toContain('lies after the data');
  });

  it('asks for a day at least', () => {
    const now = startOf('2030-01-01');
    const { range } = movedIntoData({ from: now - 600_000, to: now }, days);
    expect(range).toEqual({ from: startOf('2018-08-28'), to: startOf('2018-08-29') - 1 });
  });
});
