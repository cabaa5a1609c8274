import { dayOf, type TimeRange } from '../../contract';
import type { Row } from '../../warehouse/engine';

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

/**
 * Sums per window of some columns of rows, each row belonging to the windows that `spanOf` says (first to last; none when
 * last < first).
 */
export function windowSums(
  { steps }: Windows,
  rows: readonly Row[],
  columns: readonly string[],
  spanOf: (row: Row, steps: number) => readonly [first: number, last: number],
): Record<string, number[]> {
  const sums = Object.fromEntries(columns.map((column) => [column, Array.from({ length: steps + 1 }, () => 0)]));
  for (const row of rows) {
    const [first, last] = spanOf(row, steps);
    for (let i = Math.max(0, first); i <= Math.min(last, steps); i++) {
      for (const column of columns) addTo(sums[column], i, Number(row[column]));
    }
  }
  return sums;
}

function addTo(sums: number[] | undefined, i: number, value: number): void {
  if (sums) sums[i] = (sums[i] ?? 0) + value;
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
