import { ToldError, type ForecastModelChoice, type ForecastModelKey, type Text } from '../contract';
import type { DailySeries } from './series';

/** What to forecast, from the day after the last day of the series. */
export interface ForecastRequest {
  series: NamedSeries[];
  grain: 'day' | 'week' | 'month';
  /** Days to look ahead. */
  horizonDays: number;
  /** Of the inner band, from 0.5 to 0.99. */
  level: number;
  model: ForecastModelChoice;
  /** Two letters (ISO 3166-1) of the country whose holidays bend sales; absent: none. */
  country?: string;
}

export interface NamedSeries {
  /** The dimension's value; empty for the whole shop. */
  name: string;
  daily: DailySeries;
}

/**
 * A value for each bucket (day, week from Monday, or month) that begins on a day of `starts`. Buckets are whole: a past
 * one ends at the origin or before, and the last future one runs to its end, even where the horizon ends earlier. A
 * bucket that the origin divides belongs to the future, as its first one: its forecast is what was sold so far plus what
 * is expected of the rest, so that the line goes on without a dip; show no actual for it. Buckets are sums of days, of
 * customers too: the sum of the daily numbers.
 */
export interface Buckets {
  /** First days of the buckets, `YYYY-MM-DD`; of a divided one the day lies before the origin. */
  starts: string[];
}

export interface Band {
  lower: Float64Array;
  upper: Float64Array;
}

/** Expected of each bucket, with the band at the asked level and the one at 95%. */
export interface Path extends Buckets {
  expected: Float64Array;
  band: Band;
  band95: Band;
}

export interface ExpectedSum {
  expected: number;
  lower: number;
  upper: number;
  lower95: number;
  upper95: number;
}

export interface BacktestScore {
  model: ForecastModelKey | 'chosen';
  /** In words, e.g. "mean of weekday profile and Prophet". */
  label: Text;
  role: 'chosen' | 'candidate' | 'baseline';
  horizonDays: number;
  /** Absent where it cannot be measured, e.g. for want of origins; never NaN. */
  mase?: number;
  smape?: number;
  wape?: number;
  bias?: number;
  coverage80?: number;
  coverage95?: number;
  origins: number;
}

/** A forecast of the past: what would have been said at an origin, of the buckets whose outcome is known by now. */
export interface PastForecast {
  /** The last day that it knew. */
  origin: string;
  path: Path;
}

export interface SeriesForecast {
  name: string;
  future: Path;
  /**
   * Of past buckets: what a forecast one bucket earlier would have said, and where the actual lies outside its 95% band.
   * Begins where there is enough history for it, so it may be shorter than the series, or empty.
   */
  past: Path & { anomalous: Uint8Array };
  /** The sum over the horizon's days. */
  sum: ExpectedSum;
  /** The chosen model in words. */
  model: Text;
  /** How far off it was in the backtest, in words. */
  sentence: Text;
  scores: BacktestScore[];
  pastForecasts: PastForecast[];
  /** What the reader should know, e.g. that the history is too short for a backtest. */
  notices: Text[];
}

export interface ForecastRun {
  signal?: AbortSignal;
  /** After so many ms the run ends with a ForecastError. */
  timeLimitMs?: number;
}

/** Forecasts off the event loop. */
export interface Forecaster {
  /**
   * A forecast for each series, in their order.
   *
   * @throws ForecastError when a series cannot be forecast, or the time limit is reached; the message is for people
   * @throws the signal's reason when it is aborted
   */
  forecast(request: ForecastRequest, run?: ForecastRun): Promise<SeriesForecast[]>;
  close(): Promise<void>;
}

/** Why there is no forecast; the message names the series, what is wrong, and what to do. */
export class ForecastError extends ToldError {
  override readonly name = 'ForecastError';
}
