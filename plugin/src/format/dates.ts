import { perLocale } from '../language/perLocale';

const day = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }));
const month = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
);
const dayAndUtcTime = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
);
const dayAndTime = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));

/** A day `YYYY-MM-DD` in the page's language (or `locale`), such as `Aug 31, 2018`; text that is no day stays as it is. */
export function formatDay(text: string, locale?: string): string {
  const moment = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return text;
  return day(locale).format(moment);
}

/** The month of a day `YYYY-MM-DD`, such as `Aug 2018`; text that is no day stays as it is. */
export function formatMonth(text: string, locale?: string): string {
  const moment = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return text;
  return month(locale).format(moment);
}

/** An RFC 3339 moment in the page's language and the reader's time zone, such as `Aug 31, 2018, 2:05 PM`. */
export function formatMoment(moment: string, locale?: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return dayAndTime(locale).format(date);
}

/** A moment in ms as its day (UTC), written as `formatDay` does; a dash where there is none. */
export function formatDayOf(time: number | null | undefined, locale?: string): string {
  return typeof time === 'number' && Number.isFinite(time)
    ? formatDay(new Date(time).toISOString().slice(0, 10), locale)
    : '–';
}

/** A moment in ms with its time in UTC, in which dashboards are; a dash where there is none. */
export function formatUtcMoment(time: number | null | undefined, locale?: string): string {
  return typeof time === 'number' && Number.isFinite(time) ? dayAndUtcTime(locale).format(time) : '–';
}
