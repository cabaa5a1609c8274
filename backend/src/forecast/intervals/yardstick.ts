import { SEASON_DAYS, seasonalScale } from '../backtest/metrics';
import { OUTLIER, type Outliers } from './conformal';

/** Days over which the level of a series is taken at an origin, and those over which its restlessness is. */
const LEVEL_DAYS = 56;
const RESTLESS_DAYS = 120;
/** Errors are measured against the forecast, but never against less than this share of the level. */
const LEAST_SHARE = 0.1;
/** A change of more than so many times the median one, such as a slip of the keyboard, makes no season restless. */
const BEYOND_MEASURE = 50;

/** What an error at an origin is measured by, so that errors of calm and of restless times can be compared. */
export interface Yardstick {
  /** What a day's forecast counts at least. */
  least: number;
  /** The recent seasonal naive error as a share of the level. */
  restlessness: number;
}

/** The yardstick at an origin, from the values before it alone; where they are all zero it is 1 per day. */
export function yardstickAt(values: Float64Array, origin: number, outliers: Outliers = 'kept'): Yardstick {
  const level = meanOf(values, Math.max(0, origin - LEVEL_DAYS), origin) || meanOf(values, 0, origin);
  if (!(level > 0)) return { least: 1, restlessness: 1 };
  const recent = values.subarray(Math.max(0, origin - RESTLESS_DAYS), origin);
  const recently = usualChange(recent, outliers === 'kept' ? BEYOND_MEASURE : OUTLIER);
  const change = recently || seasonalScale(values, origin) || level;
  return { least: LEAST_SHARE * level, restlessness: change / level };
}

/** One unit of error for a forecast of so much over so many days. */
export function unitOf({ least, restlessness }: Yardstick, expected: number, days: number): number {
  return (expected + least * days) * restlessness;
}

/** The mean change from week to week without changes of more than `most` times the median one. */
function usualChange(values: Float64Array, most: number): number {
  const changes = values
    .subarray(SEASON_DAYS)
    .map((value, day) => Math.abs(value - values[day]!))
    .sort();
  const median = changes[changes.length >> 1] ?? 0;
  const usual = median > 0 ? changes.filter((change) => change <= most * median) : changes;
  return usual.reduce((sum, change) => sum + change, 0) / (usual.length || 1);
}

function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let day = from; day < to; day++) sum += values[day]!;
  return sum / (to - from || 1);
}
