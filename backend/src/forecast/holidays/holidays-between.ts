import { blackFriday } from './black-friday';
import { countryHolidays, type Holiday } from './country-holidays';

const BLACK_FRIDAY = 'Black Friday';
const years = new Map<string, Holiday[]>();

/**
 * The days that bend a country's sales, from `from` to `to` (`YYYY-MM-DD`, both included), in order of time: its public
 * and bank holidays, days of gifts, and Black Friday. Two of one day are two entries.
 *
 * @param country two letters of ISO 3166-1, e.g. `BR`
 * @throws ForecastError when the country's holidays are not known
 */
export function holidaysBetween(country: string, from: string, to: string): Holiday[] {
  const days: Holiday[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) days.push(...holidaysOf(country, year));
  return days.filter(({ day }) => day >= from && day <= to);
}

/** Kept, as the library takes some 10 ms for a year. */
function holidaysOf(country: string, year: number): Holiday[] {
  const key = `${country} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const days = [
    ...countryHolidays(country, year),
    { day: blackFriday(year), name: BLACK_FRIDAY, called: { en: BLACK_FRIDAY, 'pt-BR': BLACK_FRIDAY } },
  ];
  days.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  years.set(key, days);
  return days;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
