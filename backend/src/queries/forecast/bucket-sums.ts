import { addDays } from '../../contract';
import type { DailySeries } from '../../forecast/series';
import { bucketOf, type FixedGrain } from '../time-buckets';

/** The sum of each bucket (day, week from Monday, month) that a series touches, by the bucket's first day. */
export function bucketSums({ firstDay, values }: DailySeries, grain: FixedGrain): Map<string, number> {
  const sums = new Map<string, number>();
  let day = firstDay;
  for (const value of values) {
    const start = bucketOf(day, grain);
    sums.set(start, (sums.get(start) ?? 0) + value);
    day = addDays(day, 1);
  }
  return sums;
}
