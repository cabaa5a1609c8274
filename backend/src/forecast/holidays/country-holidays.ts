import Holidays from 'date-holidays';
import type { Text } from '../../contract';
import { ForecastError } from '../forecast';

export interface Holiday {
  /** `YYYY-MM-DD`, in the country's own time. */
  day: string;
  /** In English: what models know it by. */
  name: string;
  /** What people call it. */
  called: Text;
}

/** Names that the calendar gives in Portugal's Portuguese, as Brazil says them. */
const IN_BRAZIL: Readonly<Record<string, string>> = {
  'Corpo de Deus': 'Corpus Christi',
  'Noite de Natal': 'Véspera de Natal',
  'Dia do trabalhador': 'Dia do Trabalho',
};

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
  const calendar = calendarOf(country);
  const portuguese = calendar.getHolidays(year, 'pt');
  const inPortuguese = (date: string, rule: string, name: string): string => {
    const known = portuguese.find((one) => one.date === date && one.rule === rule)?.name ?? name;
    return IN_BRAZIL[known] ?? known;
  };
  return calendar
    .getHolidays(year, 'en')
    .filter(({ type, name }) => type === 'public' || type === 'bank' || GIFT_DAYS.test(name))
    .filter(({ name }) => !name.startsWith('Election'))
    .map(({ date, rule, name }) => ({
      day: date.slice(0, 10),
      name,
      called: { en: name, 'pt-BR': inPortuguese(date, rule, name) },
    }));
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
