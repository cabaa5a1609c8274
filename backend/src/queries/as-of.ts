import { DAY_MS, dayOf, startOf, type GenerationSummary, type ResolvedSettings, type TimeRange } from '../contract';

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
 * @param rule the settings that name another day than the end of the range for queries that name none
 */
export function asOfDay(range: TimeRange, days: Days, override?: string, rule: AsOfRule = BY_RANGE): AsOf {
  const rangeEnd = lastDayOf(range);
  const ruled = override === undefined ? ruledDay(rule, days) : undefined;
  if (ruled === undefined || ruled.day === rangeEnd) return heldInside(override ?? rangeEnd, days);
  const held = heldInside(ruled.day, days);
  return { day: held.day, reason: held.reason ?? `Judged as of ${held.day}, ${ruled.words}.` };
}

type AsOfRule = Pick<ResolvedSettings, 'asOfMode' | 'asOfDay'>;
const BY_RANGE: AsOfRule = { asOfMode: 'range_end' };

function ruledDay({ asOfMode, asOfDay }: AsOfRule, days: Days): { day: string; words: string } | undefined {
  if (asOfMode === 'latest') return { day: days.regularLastDay, words: 'the last day of regular trade' };
  if (asOfMode === 'fixed' && asOfDay !== undefined)
    return { day: asOfDay, words: 'the day that the settings of the data source name' };
  return undefined;
}

function heldInside(asked: string, days: Days): AsOf {
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

export interface MovedRange {
  range: TimeRange;
  /** Says that the range was moved; absent when it was not. */
  reason?: string;
}

/**
 * The range that a question is answered for. One that lies wholly after the data (an alert's "last day", on data of the
 * past) is moved back to end with the last day of regular trade: as long as asked, and at least a day. So an alert rule
 * meets figures instead of "no data", and the answer says so.
 */
export function movedIntoData(range: TimeRange, days: Days): MovedRange {
  if (range.from < startOf(days.lastDay) + DAY_MS) return { range };
  const to = startOf(days.regularLastDay) + DAY_MS - 1;
  const from = to - Math.max(range.to - range.from, DAY_MS - 1);
  const reason = `The time range lies after the data: answered for the same length of time up to ${days.regularLastDay}, the last day of regular trade.`;
  return { range: { from, to }, reason };
}

/** A range that ends at midnight ends with the day before. */
function lastDayOf({ from, to }: TimeRange): string {
  return dayOf(Math.max(from, to - 1));
}
