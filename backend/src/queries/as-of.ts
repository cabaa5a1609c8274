import { dayOf, type GenerationSummary, type TimeRange } from '../contract';

type Days = Pick<GenerationSummary, 'firstDay' | 'lastDay' | 'regularLastDay'>;

export interface AsOf {
  day: string;
  /** Says why the day is not the end of the time range; absent when it is. */
  reason?: string;
}

/**
 * The as-of day of a question: the day on which its time range ends, held inside the days that have purchases. A range
 * that ends after them (an alert's "last ten minutes", on data of the past) is answered as of the last day of regular
 * trade, not the last purchase: a data set that drains would otherwise look like a shop that everybody left.
 *
 * @param override a day that the query names itself, held inside the data in the same way
 */
export function asOfDay(range: TimeRange, days: Days, override?: string): AsOf {
  const asked = override ?? lastDayOf(range);
  if (asked > days.lastDay) {
    return {
      day: days.regularLastDay,
      reason: `Judged as of ${days.regularLastDay}, the last day of regular trade: the data ends before ${asked}.`,
    };
  }
  if (asked < days.firstDay) {
    return { day: days.firstDay, reason: `Judged as of ${days.firstDay}, the first day with a purchase.` };
  }
  return { day: asked };
}

/** A range that ends at midnight ends with the day before. */
function lastDayOf({ from, to }: TimeRange): string {
  return dayOf(Math.max(from, to - 1));
}
