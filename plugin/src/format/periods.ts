import { addDays, dayOf, startOf, type CohortPeriod } from '@contract';
import { formatDay, formatMonth } from './dates';

/** A period by its first day: `Mar 2017`, or `Mar 6, 2017` for a week. */
export const periodText = (day: string, grain: CohortPeriod): string =>
  grain === 'month' ? formatMonth(day) : formatDay(day);

/** The first day of the period so many periods after the one that begins on `day`. */
export function periodAfter(day: string, grain: CohortPeriod, periods: number): string {
  if (grain === 'week') return addDays(day, 7 * periods);
  const date = new Date(startOf(day));
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + periods, 1));
}

/** Weeks where a period begins on another day than the first of a month. */
export function guessGrain(days: readonly string[]): CohortPeriod {
  return days.every((day) => day.endsWith('-01')) ? 'month' : 'week';
}
