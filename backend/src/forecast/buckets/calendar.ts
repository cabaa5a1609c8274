import { DAY_MS, dayOf, startOf } from '../../contract';

export type ForecastGrain = 'day' | 'week' | 'month';

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(startOf(day) / DAY_MS);
}

/** The day, `YYYY-MM-DD`. */
export function dayAt(number: number): string {
  return dayOf(number * DAY_MS);
}

/** First day of the bucket in which a day lies: itself, its Monday, or the first of its month. */
export function bucketStart(number: number, grain: ForecastGrain): number {
  if (grain === 'day') return number;
  // 1970-01-01 was a Thursday, the fourth day of its week.
  if (grain === 'week') return number - ((((number + 3) % 7) + 7) % 7);
  return dayNumber(`${dayAt(number).slice(0, 7)}-01`);
}

/** First day of the bucket after the one that begins on a day. */
export function nextBucketStart(start: number, grain: ForecastGrain): number {
  if (grain === 'day') return start + 1;
  if (grain === 'week') return start + 7;
  return bucketStart(start + 31, 'month');
}
