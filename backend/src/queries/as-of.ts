import {
  DAY_MS,
  DEFAULT_LANGUAGE,
  lastDayIn,
  startOf,
  type GenerationSummary,
  type Language,
  type ResolvedSettings,
  type TimeRange,
} from '../contract';
import { AS_OF_WORDS } from './as-of-words';

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
export function asOfDay(
  range: TimeRange,
  days: Days,
  override?: string,
  rule: AsOfRule = BY_RANGE,
  language: Language = DEFAULT_LANGUAGE,
): AsOf {
  const rangeEnd = lastDayIn(range);
  const ruled = override === undefined ? ruledDay(rule, days) : undefined;
  if (ruled === undefined || ruled.day === rangeEnd) return heldInside(override ?? rangeEnd, days, language);
  const held = heldInside(ruled.day, days, language);
  return { day: held.day, reason: held.reason ?? AS_OF_WORDS[language][ruled.rule](held.day) };
}

type AsOfRule = Pick<ResolvedSettings, 'asOfMode' | 'asOfDay'>;
const BY_RANGE: AsOfRule = { asOfMode: 'range_end' };

function ruledDay({ asOfMode, asOfDay }: AsOfRule, days: Days): { day: string; rule: 'latest' | 'fixed' } | undefined {
  if (asOfMode === 'latest') return { day: days.regularLastDay, rule: 'latest' };
  if (asOfMode === 'fixed' && asOfDay !== undefined) return { day: asOfDay, rule: 'fixed' };
  return undefined;
}

function heldInside(asked: string, days: Days, language: Language): AsOf {
  const words = AS_OF_WORDS[language];
  if (asked > days.lastDay) return { day: days.regularLastDay, reason: words.ended(days.regularLastDay, asked) };
  if (asked < days.firstDay) return { day: days.firstDay, reason: words.first(days.firstDay) };
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
export function movedIntoData(range: TimeRange, days: Days, language: Language = DEFAULT_LANGUAGE): MovedRange {
  if (range.from < startOf(days.lastDay) + DAY_MS) return { range };
  const to = startOf(days.regularLastDay) + DAY_MS - 1;
  const from = to - Math.max(range.to - range.from, DAY_MS - 1);
  return { range: { from, to }, reason: AS_OF_WORDS[language].moved(days.regularLastDay) };
}
