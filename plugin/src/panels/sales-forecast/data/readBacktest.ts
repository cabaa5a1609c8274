import type { DataFrame, Field } from '@grafana/data';
import { guessGrain } from './guessGrain';
import type { Grain, Range, Reading } from './model';
import { otherLast, ORIGIN, quantityAt, seriesName, shownName, timedFrames } from './fields';
import { readMeta } from './readMeta';
import { valueFormat, type ValueFormat } from './valueFormat';

/** What was said of a bucket at an origin. */
export interface PastPoint {
  time: number;
  actual: number | null;
  expected: number;
  range: Range | null;
}

export interface PastForecast {
  /** The last day that it knew. */
  origin: string;
  points: PastPoint[];
}

export interface BacktestSeries {
  name: string;
  actual: Array<{ time: number; value: number | null }>;
  /** The earliest origin first. */
  forecasts: PastForecast[];
}

export interface BacktestModel {
  grain: Grain;
  /** All origins, the earliest first. */
  origins: string[];
  series: BacktestSeries[];
  format: ValueFormat;
}

interface Parts {
  name: string;
  times: readonly number[];
  actual?: Field;
  /** By origin. */
  forecasts: Map<string, Partial<Record<string, Field>>>;
}

/** The forecasts of the past in frames of kind `sales_forecast`, view `backtest`. */
export function readBacktest(frames: readonly DataFrame[]): Reading<BacktestModel> {
  if (frames.every((frame) => frame.length === 0 || frame.fields.length === 0)) return { state: 'empty' };
  const parts = partsOf(frames);
  if (parts.length === 0) return { state: 'other' };
  if (parts.every(({ actual }) => !actual)) return { state: 'missing', fields: ['actual'] };
  const series = otherLast(parts).map(seriesOf);
  const origins = new Set(series.flatMap(({ forecasts }) => forecasts.map(({ origin }) => origin)));
  if (origins.size === 0) return { state: 'empty' };
  return {
    state: 'ready',
    model: {
      grain: readMeta(frames.find(({ meta }) => meta?.custom?.grain)).grain ?? guessGrain(parts[0]?.times ?? []),
      origins: [...origins].toSorted(),
      series,
      format: valueFormat(parts.find((one) => one.actual)?.actual),
    },
  };
}

function partsOf(frames: readonly DataFrame[]): Parts[] {
  const parts = new Map<string, Parts>();
  for (const { frame, times } of timedFrames(frames)) {
    for (const field of frame.fields) {
      const origin = field.labels?.[ORIGIN];
      if (field.name !== 'actual' && origin === undefined) continue;
      const name = seriesName(field);
      const part: Parts = parts.get(name) ?? { name, times, forecasts: new Map() };
      parts.set(name, part);
      if (origin === undefined) part.actual = field;
      else part.forecasts.set(origin, { ...part.forecasts.get(origin), [field.name]: field });
    }
  }
  return [...parts.values()];
}

function seriesOf({ name, times, actual, forecasts }: Parts): BacktestSeries {
  const pointAt = (fields: Partial<Record<string, Field>>, time: number, index: number): PastPoint[] => {
    const expected = quantityAt(fields.forecast, index);
    if (expected === null) return [];
    const [lower, upper] = [quantityAt(fields.lower, index), quantityAt(fields.upper, index)];
    const range = lower === null || upper === null ? null : { lower, upper };
    return [{ time, actual: quantityAt(actual, index), expected, range }];
  };
  return {
    name: shownName(actual) || name,
    actual: times.map((time, index) => ({ time, value: quantityAt(actual, index) })),
    forecasts: [...forecasts]
      .map(([origin, fields]) => ({ origin, points: times.flatMap((time, index) => pointAt(fields, time, index)) }))
      .filter(({ points }) => points.length > 0)
      .toSorted((one, other) => (one.origin < other.origin ? -1 : 1)),
  };
}
