import type { FutureBucket } from '../buckets/split';
import type { Band, ExpectedSum, Path } from '../forecast';
import { nonDecreasing } from './isotonic';
import { runningSums } from './past-errors';
import type { Widths } from './widths';
import { unitOf, type Yardstick } from './yardstick';

/** Of the wide band. */
export const WIDE_LEVEL = 0.95;

/** A daily forecast with what its bands are made of. */
export interface DailyForecast {
  /** Expected of each day after the origin. */
  path: Float64Array;
  widths: Widths;
  yardstick: Yardstick;
  /** What happened on the days up to the origin, at least as many as the first bucket has of them. */
  before: Float64Array;
}

/** Expected of each bucket with its bands, never below zero; a divided bucket's past days count as they were. */
export function bucketPath(forecast: DailyForecast, buckets: readonly FutureBucket[], level: number): Path {
  const { path, before } = forecast;
  const sums = runningSums(path);
  const rest = buckets.map(({ from, to }) => sums[to]! - sums[from - 1]!);
  const sold = buckets.map(({ pastDays }) => (pastDays > 0 ? total(before.subarray(-pastDays)) : 0));
  const bandAt = (asked: number): Band => {
    const halves = halfWidths(forecast, buckets, rest, asked);
    return {
      lower: Float64Array.from(rest, (value, i) => sold[i]! + Math.max(0, value - halves[i]!)),
      upper: Float64Array.from(rest, (value, i) => sold[i]! + value + halves[i]!),
    };
  };
  return {
    starts: buckets.map(({ start }) => start),
    expected: Float64Array.from(rest, (value, i) => value + sold[i]!),
    band: bandAt(level),
    band95: bandAt(WIDE_LEVEL),
  };
}

/** The sum over the first `days` days with its bands, never below zero. */
export function expectedSum({ path, widths, yardstick }: DailyForecast, days: number, level: number): ExpectedSum {
  const expected = total(path.subarray(0, days));
  const half = (asked: number): number =>
    widths.ofSum(asked, { from: 1, to: days }) * unitOf(yardstick, expected, days);
  const [inner, wide] = [half(level), half(WIDE_LEVEL)];
  return {
    expected,
    lower: Math.max(0, expected - inner),
    upper: expected + inner,
    lower95: Math.max(0, expected - wide),
    upper95: expected + wide,
  };
}

function halfWidths(
  { path, widths, yardstick }: DailyForecast,
  buckets: readonly FutureBucket[],
  rest: readonly number[],
  level: number,
): number[] {
  const single = buckets.every(({ from, to }) => from === to);
  const relative = single ? [...widths.ofDays(level, path.length)] : widthsOfSums(widths, buckets, level);
  return buckets.map((bucket, i) => relative[i]! * unitOf(yardstick, rest[i]!, bucket.to - bucket.from + 1));
}

/** They never shrink with the lead; the first bucket may be shorter than the others and so stands alone. */
function widthsOfSums(widths: Widths, buckets: readonly FutureBucket[], level: number): number[] {
  const [first, ...others] = buckets.map((bucket) => widths.ofSum(level, bucket));
  return first === undefined ? [] : [first, ...nonDecreasing(others)];
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
