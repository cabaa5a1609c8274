import { newcomersByDay } from './acquisition';
import { dayOf, dayText } from './dates';
import { periodOf, type Period } from './period';
import { Random } from './random';
import { blackFridayOf, seasonOf } from './season';
import { drainOf, TradeClock } from './tradeClock';

const period = periodOf(26);

function newcomers(customers: number, of: Period): (day: number) => number {
  const counts = newcomersByDay(customers, of, new Random().reseed(1, 1, 1));
  return (day) => counts[day - of.firstDay] ?? 0;
}

describe('the period', () => {
  it("is Olist's own for 26 months", () => {
    expect(Object.values(period).map(dayText)).toEqual(['2016-09-04', '2017-01-05', '2018-08-28', '2018-10-17']);
  });

  it.each([
    [8, '2018-03-04', '2018-07-05'],
    [120, '2008-11-04', '2009-03-05'],
  ])('of %p months ends on the same day', (months, first, regular) => {
    const other = periodOf(months);
    expect(dayText(other.firstDay)).toBe(first);
    expect(dayText(other.regularFirstDay)).toBe(regular);
    expect(other.lastDay).toBe(period.lastDay);
  });
});

describe('the season', () => {
  it('makes Black Friday about six times a usual Friday', () => {
    expect(dayText(blackFridayOf(2017))).toBe('2017-11-24');
    const ratio = seasonOf(blackFridayOf(2017)) / seasonOf(blackFridayOf(2017) - 14);
    expect(ratio).toBeGreaterThan(5.5);
    expect(ratio).toBeLessThan(7.5);
  });

  it("is quieter at the week-end and at Christmas, and busier before Mother's Day", () => {
    expect(seasonOf(dayOf(2018, 6, 16))).toBeLessThan(seasonOf(dayOf(2018, 6, 18)) * 0.8);
    expect(seasonOf(dayOf(2017, 12, 25))).toBeLessThan(seasonOf(dayOf(2017, 12, 11)) * 0.7);
    expect(seasonOf(dayOf(2018, 5, 7))).toBeGreaterThan(seasonOf(dayOf(2018, 5, 28)));
  });

  it('moves without jumps from month to month', () => {
    expect(Math.abs(seasonOf(dayOf(2018, 7, 2)) / seasonOf(dayOf(2018, 6, 25)) - 1)).toBeLessThan(0.02);
  });
});

describe('the trade clock', () => {
  const clock = new TradeClock(period);

  it('stands still outside of regular trade', () => {
    expect(clock.endOf(period.regularFirstDay - 1)).toBe(0);
    expect(clock.endOf(period.regularLastDay)).toBe(clock.end);
    expect(drainOf(period.regularLastDay + 1, period)).toBeGreaterThan(0);
    expect(drainOf(period.regularLastDay + 2, period)).toBe(0);
  });

  it('runs at a day a day on average, but for the drain', () => {
    const days = period.regularLastDay - 6 - period.regularFirstDay;
    expect(clock.endOf(period.regularLastDay - 7) / days).toBeCloseTo(1, 1.5);
  });

  it('finds the day of a reading', () => {
    for (let day = period.regularFirstDay; day <= period.regularLastDay; day += 1) {
      const start = clock.endOf(day - 1);
      const end = clock.endOf(day);
      expect(clock.dayAt((start + end) / 2)).toBe(day);
      expect(clock.dayAt(end)).toBe(day);
    }
  });

  it('never comes to what lies beyond its end', () => {
    expect(clock.dayAt(clock.end + 1e-9)).toBeNull();
    expect(clock.dayAt(Infinity)).toBeNull();
  });
});

describe('newcomers', () => {
  it.each([
    [100, 26],
    [5000, 26],
    [10_500, 8],
    [200_000, 60],
  ])('%p persons over %p months add up, with none on a negative day', (customers, months) => {
    const counts = newcomersByDay(customers, periodOf(months), new Random().reseed(1, 1, 1));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(customers);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
    expect(counts[0]).toBe(1);
    expect(counts.at(-1)).toBeGreaterThanOrEqual(1);
  });

  it('leave no day of regular trade empty', () => {
    const on = newcomers(10_500, period);
    for (let day = period.regularFirstDay; day <= period.regularLastDay; day += 1) expect(on(day)).toBeGreaterThan(0);
  });

  it('leave a gap before regular trade, and drain away after it', () => {
    const on = newcomers(100_000, period);
    expect(on(dayOf(2016, 11, 20))).toBe(0);
    expect(on(dayOf(2016, 10, 6))).toBeGreaterThan(20);
    expect(on(dayOf(2018, 8, 28))).toBeLessThan(0.35 * on(dayOf(2018, 8, 21)));
    expect(on(dayOf(2018, 8, 29))).toBeLessThan(0.1 * on(dayOf(2018, 8, 21)));
    expect(on(dayOf(2018, 9, 4))).toBe(0);
    expect(on(dayOf(2018, 9, 3))).toBe(1);
  });

  it('grow over the months', () => {
    const on = newcomers(100_000, period);
    const month = (year: number, nth: number): number => {
      let sum = 0;
      for (let day = dayOf(year, nth, 1); day < dayOf(year, nth + 1, 1); day += 1) sum += on(day);
      return sum;
    };
    expect(month(2017, 6)).toBeGreaterThan(2 * month(2017, 2));
    expect(month(2018, 6)).toBeGreaterThan(1.2 * month(2017, 6));
  });
});
