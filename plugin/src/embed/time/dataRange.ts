import { DAY_MS, startOf, wholeRange } from '@contract';
import { dateMath, dateTime, type DateTime, type TimeRange } from '@grafana/data';
import { t } from '../../language/t';
import { currentLocale } from '../../language/current';

/** The days that the data covers, `YYYY-MM-DD`, as GET /api/status says. */
export interface DataDays {
  firstDay: string;
  lastDay: string;
  /** The last day of regular trade: what follows is a trickle that says nothing of how trade goes. */
  regularLastDay: string;
}

interface Span {
  from: number;
  to: number;
}

/** A span with a name, both bounds in ms. */
export interface NamedSpan extends Span {
  name: string;
}

/** The span, in ms, that shows all of the data. */
export const dataSpan = (days: DataDays): Span => wholeRange(days);

/**
 * Quick ranges counted back from the end of regular trade: for data of 2018, "the last 90 days" from today are empty,
 * and from the last straggler they would look like a shop that everybody left.
 */
export function quickSpans(days: DataDays): NamedSpan[] {
  const all = dataSpan(days);
  const end = startOf(days.regularLastDay) + DAY_MS;
  const last = (from: number, name: string): NamedSpan => ({ from, to: end, name });
  return [
    { ...all, name: t('embed.ranges.all', 'All data') },
    last(monthsBefore(end, 12), t('embed.ranges.year', 'Last 12 months of data')),
    last(monthsBefore(end, 6), t('embed.ranges.halfYear', 'Last 6 months of data')),
    last(end - 90 * DAY_MS, t('embed.ranges.quarter', 'Last 90 days of data')),
    last(end - 30 * DAY_MS, t('embed.ranges.month', 'Last 30 days of data')),
  ];
}

/**
 * The name of a range of whole days, such as `Jan 1 – Jun 30, 2018`: the picker would write its first and last second.
 * Undefined for other ranges and for those that move with the clock.
 */
export function wholeDays(range: TimeRange, language?: string): NamedSpan | undefined {
  const from = range.from.valueOf();
  const to = Math.ceil(range.to.valueOf() / 1000) * 1000;
  if (typeof range.raw.to === 'string' && isRelative(range.raw.to)) return undefined;
  if (from % DAY_MS !== 0 || to % DAY_MS !== 0) return undefined;
  const days = new Intl.DateTimeFormat(language ?? currentLocale(), { dateStyle: 'medium', timeZone: 'UTC' });
  return { from, to: range.to.valueOf(), name: days.formatRange(from, to - DAY_MS) };
}

function monthsBefore(ms: number, months: number): number {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, lastDay));
}

/**
 * The time range between two bounds as an address or a dashboard writes them: ms, arithmetic on now, or an ISO date.
 * Undefined when one cannot be read or they are in the wrong order.
 */
export function toTimeRange(from: string, to: string, timeZone: string): TimeRange | undefined {
  const now = Date.now();
  const start = toMoment(from, { roundUp: false, timezone: timeZone, now });
  const end = toMoment(to, { roundUp: true, timezone: timeZone, now });
  if (!start || !end || !(start.valueOf() < end.valueOf())) return undefined;
  return { from: start, to: end, raw: { from: isRelative(from) ? from : start, to: isRelative(to) ? to : end } };
}

/** The bounds for an address: arithmetic on now as it is, since it moves on; everything else in ms. */
export function boundsForUrl(range: TimeRange): { from: string; to: string } {
  const write = (raw: DateTime | string, at: DateTime): string =>
    typeof raw === 'string' && isRelative(raw) ? raw : String(at.valueOf());
  return { from: write(range.raw.from, range.from), to: write(range.raw.to, range.to) };
}

function isRelative(text: string): boolean {
  return text.startsWith('now');
}

function toMoment(text: string, options: { roundUp: boolean; timezone: string; now: number }): DateTime | undefined {
  if (isRelative(text)) return valid(dateMath.toDateTime(text, options));
  if (/^-?\d{5,}$/.test(text)) return valid(dateTime(Number(text)));
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return valid(dateTime(Date.parse(day ? `${text}T00:00:00Z` : text)));
}

function valid(moment: DateTime | undefined): DateTime | undefined {
  return moment?.isValid() ? moment : undefined;
}
