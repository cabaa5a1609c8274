import { bucketStart, dayAt, nextBucketStart, type ForecastGrain } from './calendar';

/** A bucket of the past: the values from index `from` up to, but without, `to`. */
export interface PastBucket {
  start: string;
  from: number;
  to: number;
}

/** A bucket that ends after the origin: the days from `from` to `to` after it, both counted from 1. */
export interface FutureBucket {
  start: string;
  from: number;
  to: number;
  /** Days of it that lie before or on the origin. */
  pastDays: number;
}

/** The whole buckets among so many days from a first one; what is divided at either end is left out. */
export function pastBuckets(firstDay: number, days: number, grain: ForecastGrain): PastBucket[] {
  const buckets: PastBucket[] = [];
  const end = firstDay + days;
  let start = bucketStart(firstDay, grain);
  if (start < firstDay) start = nextBucketStart(start, grain);
  for (let next = nextBucketStart(start, grain); next <= end; start = next, next = nextBucketStart(start, grain)) {
    buckets.push({ start: dayAt(start), from: start - firstDay, to: next - firstDay });
  }
  return buckets;
}

/** The buckets from the day after the origin to the end of the one in which the horizon ends. */
export function futureBuckets(origin: number, horizonDays: number, grain: ForecastGrain): FutureBucket[] {
  const buckets: FutureBucket[] = [];
  for (let start = bucketStart(origin + 1, grain); start <= origin + horizonDays;) {
    const next = nextBucketStart(start, grain);
    const pastDays = Math.max(0, origin + 1 - start);
    buckets.push({ start: dayAt(start), from: start - origin + pastDays, to: next - 1 - origin, pastDays });
    start = next;
  }
  return buckets;
}
