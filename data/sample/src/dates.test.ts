import { DAY_SECONDS, dateOf, dayOf, dayOfSecond, dayText, easterOf, nthWeekday, timeText, weekdayOf } from './dates';

describe('dates', () => {
  it('numbers days from 1970', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(2017, 11, 24)).toBe(17494);
    expect(dateOf(17494)).toEqual({ year: 2017, month: 11, date: 24 });
  });

  it('runs on into the years before and after', () => {
    expect(dayText(dayOf(2018, -15, 4))).toBe('2016-09-04');
    expect(dayText(dayOf(2018, 13, 1))).toBe('2019-01-01');
  });

  it('knows the days of the week', () => {
    expect(weekdayOf(dayOf(2017, 11, 24))).toBe(4);
    expect(weekdayOf(dayOf(2018, 8, 26))).toBe(6);
    expect(weekdayOf(dayOf(1969, 12, 29))).toBe(0);
  });

  it('writes times as the files do', () => {
    expect(timeText(17494 * DAY_SECONDS + 9 * 3600 + 5 * 60 + 7)).toBe('2017-11-24 09:05:07');
    expect(timeText(17494 * DAY_SECONDS)).toBe('2017-11-24 00:00:00');
    expect(timeText(null)).toBe('');
    expect(dayOfSecond(17494 * DAY_SECONDS - 1)).toBe(17493);
  });

  it.each([
    [2016, '2016-03-27'],
    [2017, '2017-04-16'],
    [2018, '2018-04-01'],
    [2000, '2000-04-23'],
  ])('finds Easter of %p', (year, text) => {
    expect(dayText(easterOf(year))).toBe(text);
  });

  it("finds Mother's Day, the second Sunday of May", () => {
    expect(dayText(nthWeekday(2018, 5, 6, 2))).toBe('2018-05-13');
    expect(dayText(nthWeekday(2016, 5, 6, 1))).toBe('2016-05-01');
  });
});
