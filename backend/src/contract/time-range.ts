/** A time range, both ends included, in milliseconds since 1970-01-01 UTC. */
export interface TimeRange {
  from: number;
  to: number;
}

export const DAY_MS = 86_400_000;

/** The unit of days in tables, by which Grafana writes them as its reader's language does: `Sep 29, 2017`. */
export const DAY_UNIT = 'time:ll';

/** The same of moments, with their time: `Sep 29, 2017 2:05 PM`. */
export const MOMENT_UNIT = 'time:lll';

/** The day, `YYYY-MM-DD` in UTC, on which a moment (ms) lies. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The last day of a range, `YYYY-MM-DD` in UTC: one that ends at midnight ends with the day before. */
export function lastDayIn({ from, to }: TimeRange): string {
  return dayOf(Math.max(from, to - 1));
}

/** The first moment (ms) of a day `YYYY-MM-DD` in UTC. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** True for a day of the calendar written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = startOf(text);
  return Number.isFinite(ms) && dayOf(ms) === text;
}

/** The day `count` days after (or, negative, before) a day. */
export function addDays(day: string, count: number): string {
  return dayOf(startOf(day) + count * DAY_MS);
}

/**
 * The range that shows a whole history: from its first day to two days after its last purchase, so that customers are
 * judged as of the last day of regular trade and not of a last straggler.
 */
export function wholeRange(days: { firstDay: string; lastDay: string }): TimeRange {
  return { from: startOf(days.firstDay), to: startOf(addDays(days.lastDay, 2)) };
}
