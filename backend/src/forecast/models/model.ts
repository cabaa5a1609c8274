import type { ForecastModelKey } from '../../contract';
import type { DailySeries } from '../series';

/** What a model learns from: the past of one series, up to the origin of the forecast. */
export interface History {
  series: DailySeries;
  /** Two letters (ISO 3166-1) of the country whose holidays bend sales; absent: none. */
  country?: string;
}

/** A way to forecast. Models are pure: the same history gives the same forecast. */
export interface ForecastModel {
  key: ForecastModelKey;
  /** Fewest days of history that it can learn from. */
  minDays: number;
  /**
   * The expected value of each of the `horizonDays` days after the history, never below zero, always finite.
   *
   * @throws ForecastError where the model cannot learn from this history; the message says why
   */
  forecast(history: History, horizonDays: number): Float64Array;
}
