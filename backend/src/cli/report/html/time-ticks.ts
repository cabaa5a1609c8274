import { DAY_MS, type Language } from '../../../contract';
import { dayText, localeOf } from '../wording';

export interface TimeTick {
  ms: number;
  text: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MONTH_MS = 30.4 * DAY_MS;
/** So many that their texts stand apart in half the width of a page. */
const MOST = 6;

type Format = Intl.DateTimeFormatOptions;

interface Step {
  /** About as long as it is. */
  ms: number;
  format: Format;
  /** All of its moments within a range. */
  within(first: number, last: number): number[];
}

const evenly = (ms: number, format: Format, since = 0): Step => ({
  ms,
  format,
  within: (first, last) => {
    const start = Math.ceil((first - since) / ms) * ms + since;
    return Array.from({ length: Math.max(0, Math.floor((last - start) / ms) + 1) }, (_, i) => start + i * ms);
  },
});

const monthly = (months: number, format: Format): Step => ({
  ms: months * MONTH_MS,
  format,
  within: (first, last) => {
    const begin = new Date(first);
    const month = Math.floor(begin.getUTCMonth() / months) * months;
    const starts = Array.from({ length: MOST + 2 }, (_, n) => Date.UTC(begin.getUTCFullYear(), month + n * months, 1));
    return starts.filter((start) => start >= first && start <= last);
  },
});

const CLOCK: Format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const DAY: Format = { day: 'numeric', month: 'short' };
const MONTH: Format = { month: 'short', year: 'numeric' };
/** Jan 5, 1970 was a Monday. */
const MONDAY = 4 * DAY_MS;

const STEPS: readonly Step[] = [
  ...[1, 2, 5, 10, 15, 30].map((n) => evenly(n * MINUTE_MS, CLOCK)),
  ...[1, 2, 3, 6, 12].map((n) => evenly(n * HOUR_MS, CLOCK)),
  ...[1, 2].map((n) => evenly(n * DAY_MS, DAY)),
  ...[7, 14].map((n) => evenly(n * DAY_MS, DAY, MONDAY)),
  ...[1, 2, 3, 6].map((n) => monthly(n, MONTH)),
  ...[12, 24, 60, 120].map((n) => monthly(n, { year: 'numeric' })),
];

/** What is written below an axis of time: moments at even steps of the calendar, in UTC; the ends where there are no two. */
export function timeTicks(first: number, last: number, language: Language): TimeTick[] {
  const step = STEPS.find(({ ms }) => (last - first) / ms < MOST);
  const moments = step?.within(first, last) ?? [];
  if (!step || moments.length < 2)
    return [...new Set([first, last])].map((ms) => ({ ms, text: dayText(ms, language) }));
  const format = new Intl.DateTimeFormat(localeOf(language), { ...step.format, timeZone: 'UTC' });
  return moments.map((ms) => ({ ms, text: brief(format.formatToParts(ms)) }));
}

/** Without the words that stand between parts of a date, such as `jan. de 2018`: there is little room. */
const brief = (parts: readonly Intl.DateTimeFormatPart[]): string =>
  parts.map(({ type, value }) => (type === 'literal' && value.trim() !== ':' ? ' ' : value)).join('');
