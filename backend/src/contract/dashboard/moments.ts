import { DAY_MS, isDay, startOf, wholeRange, type TimeRange } from '../time-range';

/** Bounds of a time range as addresses and dashboards write them. */
export interface Bounds {
  from?: string;
  to?: string;
}

const RELATIVE = /^now(?:([+-])(\d{1,5})([smhdwMy]))?(?:\/([dwMy]))?$/;
const FIXED_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS };

/**
 * The moment (ms) that a bound stands for: ms since 1970, a day, an RFC 3339 moment, or arithmetic on now such as
 * `now-30d` or `now/M`; undefined when it is none of these. In UTC.
 *
 * @param end true for the end of a range, which is rounded up
 */
export function momentOf(text: string, end: boolean, now: number): number | undefined {
  if (/^-?\d{5,15}$/.test(text)) return Number(text);
  if (isDay(text)) return startOf(text);
  const relative = RELATIVE.exec(text);
  if (!relative) return /^\d{4}-\d{2}-\d{2}T/.test(text) ? known(Date.parse(text)) : undefined;
  const [, sign, count, unit, rounded] = relative;
  const moved = unit === undefined ? now : move(now, Number(count) * (sign === '-' ? -1 : 1), unit);
  return rounded === undefined ? moved : round(moved, rounded, end);
}

function known(ms: number): number | undefined {
  return Number.isFinite(ms) ? ms : undefined;
}

function move(ms: number, by: number, unit: string): number {
  const fixed = FIXED_MS[unit];
  if (fixed !== undefined) return ms + by * fixed;
  const date = new Date(ms);
  return date.setUTCMonth(date.getUTCMonth() + by * (unit === 'y' ? 12 : 1));
}

function round(ms: number, unit: string, end: boolean): number {
  const start = startOfUnit(ms, unit);
  return end ? startOfUnit(move(start, 1, unit), unit) - 1 : start;
}

function startOfUnit(ms: number, unit: string): number {
  const date = new Date(ms);
  date.setUTCHours(0, 0, 0, 0);
  // Weeks begin on Sunday, as Grafana has them by default.
  if (unit === 'w') return date.getTime() - date.getUTCDay() * DAY_MS;
  if (unit === 'M') date.setUTCDate(1);
  if (unit === 'y') date.setUTCMonth(0, 1);
  return date.getTime();
}

/** The range between two bounds; undefined when one cannot be read or they are in the wrong order. */
export function rangeBetween(from: string, to: string, now: number): TimeRange | undefined {
  const range = { from: momentOf(from, false, now), to: momentOf(to, true, now) };
  if (range.from === undefined || range.to === undefined || range.from >= range.to) return undefined;
  return { from: range.from, to: range.to };
}

/**
 * The range that a dashboard shows, by the rule of the viewer: what is asked for; else the dashboard's own, if there is
 * data in it; else all of the data.
 *
 * @param days what the data covers
 */
export function rangeShown(
  asked: Bounds,
  own: Required<Bounds>,
  days: { firstDay: string; lastDay: string } | undefined,
  now: number,
): TimeRange {
  const isAsked = asked.from !== undefined || asked.to !== undefined;
  const wanted = isAsked ? rangeBetween(asked.from ?? own.from, asked.to ?? own.to, now) : undefined;
  return wanted ?? ownRange(own, days && wholeRange(days), now);
}

function ownRange(own: Required<Bounds>, whole: TimeRange | undefined, now: number): TimeRange {
  const saved = rangeBetween(own.from, own.to, now);
  if (!whole) return saved ?? { from: 0, to: now };
  return saved && saved.from < whole.to && saved.to > whole.from ? saved : whole;
}
