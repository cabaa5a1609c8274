import Holidays from 'date-holidays';
import { ForecastError } from '../forecast';

export interface Holiday {
  /** `YYYY-MM-DD`, in the country's own time. */
  day: string;
  /** In English. */
  name: string;
}

/** Days on which nobody is off work, but people give each other presents. */
const GIFT_DAYS =
  /^(Mother's Day|Father's Day|Valentine's Day|Lovers' Day|Easter Sunday|Christmas Eve|New Year's Eve)$/;

const calendars = new Map<string, Holidays>();

/**
 * A country's public and bank holidays of one year and its days of gifts, in order of time, after date-holidays
 * (computed from rules, without any network). Elections and regional holidays are left out.
 *
 * @throws ForecastError when the country's holidays are not known
 */
export function countryHolidays(country: string, year: number): Holiday[] {
  return calendarOf(country)
    .getHolidays(year)
    .filter(({ type, name }) => type === 'public' || type === 'bank' || GIFT_DAYS.test(name))
    .filter(({ name }) => !name.startsWith('Election'))
    .map(({ date, name }) => ({ day: date.slice(0, 10), name }));
}

function calendarOf(country: string): Holidays {
  const code = country.toUpperCase();
  const known = calendars.get(code);
  if (known) return known;
  const calendar = new Holidays({ languages: ['en'] });
  if (!Object.hasOwn(calendar.getCountries(), code))
    throw new ForecastError(
      `The holidays of the country "${country}" are not known. Give the two letters of ISO 3166-1, e.g. BR, or none.`,
    );
  calendar.init(code, { languages: ['en'] });
  calendars.set(code, calendar);
  return calendar;
}
