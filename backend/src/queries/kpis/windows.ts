import { dayOf, type TimeRange } from '../../contract';

/**
 * Windows as long as the time range that slide from the period just before it (window 0) to the range itself (window
 * `steps`). The span of both is cut into 2 x `steps` buckets; window i covers buckets i to i + steps - 1.
 */
export interface Windows {
  steps: number;
  /** Start of bucket 0, in ms. */
  start: number;
  /** Length of a bucket in ms, not necessarily whole. */
  bucket: number;
  /** The last moment (ms) of each window, steps + 1 of them. */
  ends: number[];
}

/** @param steps at least 1; 1 gives only the range and the period before */
export function slidingWindows(range: TimeRange, steps: number): Windows {
  const length = Math.max(range.to - range.from, 1);
  const bucket = length / steps;
  return {
    steps,
    start: range.from - length,
    bucket,
    ends: Array.from({ length: steps + 1 }, (_, i) => Math.round(range.from + i * bucket)),
  };
}

/** Sums of each window over values given by bucket. */
export function windowSums(windows: Windows, byBucket: ReadonlyMap<number, number>): number[] {
  return windows.ends.map((_, i) => {
    let sum = 0;
    for (let bucket = i; bucket < i + windows.steps; bucket++) sum += byBucket.get(bucket) ?? 0;
    return sum;
  });
}

/**
 * The as-of day at the end of each window: the last is the question's own, the earlier ones are the days on which their
 * windows end, never later than it.
 */
export function windowDays(windows: Windows, asOf: string): string[] {
  return windows.ends.map((end, i) => {
    if (i === windows.steps) return asOf;
    const day = dayOf(end - 1);
    return day < asOf ? day : asOf;
  });
}
