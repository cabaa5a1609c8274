import { forecastAt } from '../backtest/paths';
import { pastBuckets, type PastBucket } from '../buckets/split';
import { dayNumber, type ForecastGrain } from '../buckets/calendar';
import type { Path, SeriesForecast } from '../forecast';
import { WIDE_LEVEL } from '../intervals/bands';
import type { PastErrors } from '../intervals/past-errors';
import { widthsFrom, type Widths } from '../intervals/widths';
import { unitOf, yardstickAt } from '../intervals/yardstick';
import type { ForecastModel } from '../models/model';
import type { DailySeries } from '../series';

/** So many days must have been judged before a band can tell what is out of the ordinary. */
const JUDGED_DAYS = 28;
/** Bands of single days are renewed once a week. */
const RENEWED_AFTER_DAYS = 7;

/** What the walk through the past needs. */
export interface Walk {
  series: DailySeries;
  country?: string;
  grain: ForecastGrain;
  level: number;
  /** A cheap one: it forecasts each bucket anew. */
  model: ForecastModel;
  errors: PastErrors;
  /** The first day at which `errors` know of a forecast. */
  firstOrigin: number;
}

/**
 * What the model would have said of each past bucket at the end of the one before it, with bands from the errors known
 * then. A bucket is anomalous when its actual value lies outside the wide band.
 */
export function walkPast(walk: Walk): SeriesForecast['past'] {
  const { series, grain, model, firstOrigin } = walk;
  const first = Math.max(model.minDays, firstOrigin + JUDGED_DAYS);
  const buckets = pastBuckets(dayNumber(series.firstDay), series.values.length, grain).filter(
    ({ from }) => from >= first,
  );
  const widthsAt = renewedWidths(walk);
  const points = buckets.flatMap((bucket) => {
    const point = pointOf(walk, bucket, widthsAt);
    return point ? [point] : [];
  });
  const column = (pick: (point: Point) => number): Float64Array => Float64Array.from(points, pick);
  const band = (pick: (point: Point) => number): Path['band'] => ({
    lower: column((point) => Math.max(0, point.expected - pick(point))),
    upper: column((point) => point.expected + pick(point)),
  });
  const band95 = band(({ wide }) => wide);
  return {
    starts: points.map(({ start }) => start),
    expected: column(({ expected }) => expected),
    band: band(({ inner }) => inner),
    band95,
    anomalous: Uint8Array.from(points, ({ actual }, i) =>
      Number(actual < band95.lower[i]! || actual > band95.upper[i]!),
    ),
  };
}

interface Point {
  start: string;
  actual: number;
  expected: number;
  /** Half widths of the bands. */
  inner: number;
  wide: number;
}

function pointOf(walk: Walk, { start, from, to }: PastBucket, widthsAt: (known: number) => Widths): Point | undefined {
  const { series, model, country, grain, level } = walk;
  const path = forecastAt(model, series, from, to - from, country);
  if (!path) return undefined;
  const expected = sum(path);
  const widths = widthsAt(from);
  const unit = unitOf(yardstickAt(series.values, from, walk.errors.outliers), expected, to - from);
  const half = (asked: number): number => {
    const width = grain === 'day' ? widths.ofDays(asked, 1)[0]! : widths.ofSum(asked, { from: 1, to: to - from });
    return width * unit;
  };
  return { start, actual: sum(series.values.subarray(from, to)), expected, inner: half(level), wide: half(WIDE_LEVEL) };
}

function renewedWidths({ grain, errors }: Walk): (known: number) => Widths {
  const kept = new Map<number, Widths>();
  return (known) => {
    const renewed = grain === 'day' ? known - (known % RENEWED_AFTER_DAYS) : known;
    const widths = kept.get(renewed) ?? remembering(widthsFrom(errors, renewed));
    kept.set(renewed, widths);
    return widths;
  };
}

/** The first day's width of each level is computed once. */
function remembering(widths: Widths): Widths {
  const kept = new Map<number, Float64Array>();
  const ofDays = (level: number, days: number): Float64Array => {
    const known = kept.get(level) ?? widths.ofDays(level, days);
    kept.set(level, known);
    return known;
  };
  return { ofDays, ofSum: (level, leads) => widths.ofSum(level, leads) };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
