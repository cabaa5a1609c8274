import type { Grain, SalesMeasure } from '../kinds';
import type { QueryBase } from '../query-base';
import type {
  BacktestMetric,
  ComparedWith,
  DeviationFigure,
  ForecastDimension,
  ForecastModelChoice,
  ForecastView,
  ShortfallFigure,
} from './kinds';

/** What the forecast kinds have in common: which series are forecast, from the as-of date onwards. */
interface ForecastBase extends QueryBase {
  measure?: SalesMeasure;
  by?: ForecastDimension;
  /** With `by`: the largest so many values; the rest is summed as "Other". */
  limit?: number;
  model?: ForecastModelChoice;
}

/** What is expected of the days after the as-of date, beside what was; the frames are listed in frames.ts. */
export interface SalesForecastQuery extends ForecastBase {
  kind: 'sales_forecast';
  view?: ForecastView;
  grain?: Grain;
  horizonDays?: number;
  /** Of the inner band, in percent: what will happen lies inside it so often. */
  level?: number;
  /** What the sum over the horizon should reach, in the measure's unit. */
  target?: number;
  /** The number of the view `deviations`. */
  figure?: DeviationFigure;
}

/** How far off the forecasts of the past were. Without `figure`: a table; with it: one number per horizon. */
export interface ForecastQualityQuery extends ForecastBase {
  kind: 'forecast_quality';
  figure?: BacktestMetric;
}

/** The expected sum of the next days against the days before, last year or a target: one number per series. */
export interface ForecastShortfallQuery extends ForecastBase {
  kind: 'forecast_shortfall';
  horizonDays?: number;
  level?: number;
  against?: ComparedWith;
  target?: number;
  figure?: ShortfallFigure;
}

export type ForecastQuery = SalesForecastQuery | ForecastQualityQuery | ForecastShortfallQuery;
