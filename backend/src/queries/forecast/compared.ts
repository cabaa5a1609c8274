import { addDays, type ComparedWith } from '../../contract';
import type { DailySeries } from '../../forecast/series';
import { daysBetween } from './grain';
import type { LearnedDays } from './learned-days';

/** The days of a forecast, both included. */
export interface Horizon {
  from: string;
  to: string;
}

/** The `days` days after the as-of date. */
export function horizonAfter(asOf: string, days: number): Horizon {
  return { from: addDays(asOf, 1), to: addDays(asOf, days) };
}

/**
 * What an expected sum is compared with: the sum of as many days up to the as-of date, of the same days a year earlier,
 * or the target. Null where the shop was not open on all of those days, or they are not over yet.
 */
export function comparedSum(
  against: ComparedWith,
  daily: DailySeries,
  learned: LearnedDays,
  horizon: Horizon,
  target: number | undefined,
): number | null {
  if (against === 'target') return target ?? null;
  if (against === 'last_year') return sumBetween(daily, learned, yearBefore(horizon.from), yearBefore(horizon.to));
  const days = daysBetween(horizon.from, horizon.to);
  return sumBetween(daily, learned, addDays(horizon.from, -days), addDays(horizon.from, -1));
}

/** Expected ÷ compared − 1; null where there is nothing to divide by. */
export function changeOf(expected: number, compared: number | null): number | null {
  return compared === null || compared <= 0 ? null : expected / compared - 1;
}

/** Before its first sale a series is zero, since the shop was open. */
function sumBetween({ firstDay, values }: DailySeries, learned: LearnedDays, from: string, to: string): number | null {
  if (from < learned.first || to > learned.last) return null;
  const [begin, end] = [daysBetween(firstDay, from) - 1, daysBetween(firstDay, to)];
  return values.subarray(Math.max(begin, 0), Math.max(end, 0)).reduce((sum, value) => sum + value, 0);
}

/** The same day of the year before; of a leap day the one before it. */
function yearBefore(day: string): string {
  const same = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return same.endsWith('-02-29') ? same.replace('-29', '-28') : same;
}
