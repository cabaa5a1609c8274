import { DAY_MS, addDays, dayOf, startOf, type Grain, type TimeRange } from '../../contract';
import { bucketOf, bucketStarts, type FixedGrain } from '../time-buckets';

/** A line of more points says no more. */
const MOST_POINTS = 400;

/** The grain asked for; `auto`: the finest by which so many days fit into a picture of `maxDataPoints`. */
export function forecastGrain(grain: Grain, days: number, maxDataPoints: number): FixedGrain {
  if (grain !== 'auto') return grain;
  const room = Math.min(MOST_POINTS, maxDataPoints);
  if (days <= room) return 'day';
  return days / 7 <= room ? 'week' : 'month';
}

/** Days from the first to the second, both included; negative where they are in the wrong order. */
export const daysBetween = (first: string, last: string): number => (startOf(last) - startOf(first)) / DAY_MS + 1;

/** The last day of the bucket that begins on a day. */
export function lastDayOf(start: string, grain: FixedGrain): string {
  if (grain === 'day') return start;
  if (grain === 'week') return addDays(start, 6);
  return addDays(bucketOf(addDays(start, 31), 'month'), -1);
}

/** The first days of the buckets that lie wholly within the days given. */
export function wholeBuckets(first: string, last: string, grain: FixedGrain): string[] {
  if (first > last) return [];
  const range: TimeRange = { from: startOf(first), to: startOf(last) };
  return bucketStarts(range, grain).filter((start) => start >= first && lastDayOf(start, grain) <= last);
}

/** The later of two days; the first is a moment in ms. */
export const dayFrom = (ms: number, earliest: string): string => {
  const day = dayOf(ms);
  return day > earliest ? day : earliest;
};
