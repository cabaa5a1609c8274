import { DAY_MS, addDays, dayOf, startOf, type Grain, type TimeRange } from '../contract';

export type FixedGrain = Exclude<Grain, 'auto'>;

/** Up to so many days a line of days is readable, up to so many a line of weeks. */
const DAYS_BY_DAY = 120;
const DAYS_BY_WEEK = 1_100;

/** The grain asked for; `auto`: the finest that stays readable and fits the panel's width. */
export function chooseGrain(grain: Grain, range: TimeRange, maxDataPoints: number): FixedGrain {
  if (grain !== 'auto') return grain;
  const days = (range.to - range.from) / DAY_MS;
  if (days <= DAYS_BY_DAY && days <= maxDataPoints) return 'day';
  return days <= DAYS_BY_WEEK && days / 7 <= maxDataPoints ? 'week' : 'month';
}

/** The day on which the bucket of a day begins: itself, its Monday, or the first of its month. */
export function bucketOf(day: string, grain: FixedGrain): string {
  if (grain === 'day') return day;
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  return addDays(day, -((new Date(startOf(day)).getUTCDay() + 6) % 7));
}

/** The first days of all buckets that a range touches, ascending. */
export function bucketStarts(range: TimeRange, grain: FixedGrain): string[] {
  const last = bucketOf(dayOf(range.to), grain);
  const starts: string[] = [];
  for (let start = bucketOf(dayOf(range.from), grain); start <= last; start = nextBucket(start, grain))
    starts.push(start);
  return starts;
}

/** The last day of the bucket of a day. */
export const bucketEnd = (day: string, grain: FixedGrain): string =>
  addDays(nextBucket(bucketOf(day, grain), grain), -1);

function nextBucket(start: string, grain: FixedGrain): string {
  if (grain === 'day') return addDays(start, 1);
  if (grain === 'week') return addDays(start, 7);
  return bucketOf(addDays(start, 31), 'month');
}
