import { holidaysBetween } from '../holidays';
import { profile } from './profile';
import { dayAt, FIRST_DAY, planted, weekly } from './testing/planted';
import { usualDays } from './usual-days';
import { weekdayProfile } from './weekday-profile';
import { withoutOutliers } from './without-outliers';

test('the level is that of the last 56 days', () => {
  const series = planted(200, (day) => weekly(day, day < 144 ? 100 : 700));
  const path = profile.forecast({ series }, 7);
  expect(path.reduce((sum, value) => sum + value, 0)).toBeCloseTo(7 * 700, 6);
});

test('holidays count neither for the level nor for the weekdays, when the country is known', () => {
  const holidays = new Set(holidaysBetween('BR', FIRST_DAY, '2017-12-31').map(({ day }) => day));
  const series = planted(150, (day) => (holidays.has(dayAt(day)) ? 0 : weekly(day)));
  const path = profile.forecast({ series, country: 'BR' }, 7);
  path.forEach((value, day) => expect(value).toBeCloseTo(weekly(150 + day), 6));
});

test('outliers are the few days that stand out', () => {
  const values = Float64Array.from({ length: 100 }, (_, day) => (day === 50 ? 1000 : 100 + (day % 10)));
  expect(usualDays(values).indexOf(0)).toBe(50);
  expect(usualDays(values).lastIndexOf(0)).toBe(50);
});

test('where every tenth day stands out, or most are alike, none is an outlier', () => {
  const every = Float64Array.from({ length: 100 }, (_, day) => (day % 10 === 0 ? 1000 : 100 + (day % 9)));
  expect(usualDays(every)).not.toContain(0);
  const rare = Float64Array.from({ length: 100 }, (_, day) => (day === 3 ? 10 : 0));
  expect(usualDays(rare)).not.toContain(0);
});

test('an outlier takes what its weekday is like around it; the others stay', () => {
  const { values } = planted(100, (day) => weekly(day) + day / 100);
  const peak = values.slice();
  peak[50] = 1e6;
  const cleaned = withoutOutliers(peak);
  expect(cleaned[50]).toBeCloseTo(values[50]!, 6);
  expect(cleaned.filter((value, day) => value !== values[day] && day !== 50)).toHaveLength(0);
});

test('the shares of the weekdays average to one; without sales they all are one', () => {
  const { values } = planted(28, (day) => weekly(day, 3));
  const shares = weekdayProfile(values, new Uint8Array(28).fill(1));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(7, 9);
  expect(shares[0]! / shares[5]!).toBeCloseTo(1.3 / 0.6, 9);
  expect([...weekdayProfile(new Float64Array(28), new Uint8Array(28).fill(1))]).toEqual([1, 1, 1, 1, 1, 1, 1]);
});
