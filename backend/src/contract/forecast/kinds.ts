/** The query kinds about what sales to expect. */
export const FORECAST_KINDS = ['sales_forecast', 'forecast_quality', 'forecast_shortfall'] as const;

export const FORECAST_DIMENSIONS = ['state', 'category', 'payment_type', 'segment'] as const;
export type ForecastDimension = (typeof FORECAST_DIMENSIONS)[number];

/** What `sales_forecast` can show, one frame each: see frames.ts. */
export const FORECAST_VIEWS = ['forecast', 'sums', 'backtest', 'anomalies', 'deviations'] as const;
export type ForecastView = (typeof FORECAST_VIEWS)[number];

/**
 * The numbers of the view `deviations`. `outside_band` is how far a day lay outside of its 95% band, as a share of what was
 * expected: below zero under the band, above zero over it, zero inside.
 */
export const DEVIATION_FIGURES = ['outside_band', 'actual', 'expected'] as const;
export type DeviationFigure = (typeof DEVIATION_FIGURES)[number];

/** The models, `auto` being the choice by backtest. */
export const FORECAST_MODELS = ['auto', 'profile', 'prophet', 'mstl', 'ets', 'seasonal_naive', 'last_year'] as const;
export type ForecastModelChoice = (typeof FORECAST_MODELS)[number];
export type ForecastModelKey = Exclude<ForecastModelChoice, 'auto'>;

/** What an expected sum is compared with. */
export const COMPARED_WITH = ['period_before', 'last_year', 'target'] as const;
export type ComparedWith = (typeof COMPARED_WITH)[number];

/** The numbers of `forecast_shortfall`; a share is of what the sum is compared with, positive when sales fall short. */
export const SHORTFALL_FIGURES = [
  'shortfall_share',
  'shortfall',
  'expected_sum',
  'lower_sum',
  'upper_sum',
  'compared_sum',
] as const;
export type ShortfallFigure = (typeof SHORTFALL_FIGURES)[number];

/** The errors and coverages that a backtest measures. */
export const BACKTEST_METRICS = ['mase', 'smape', 'wape', 'bias', 'coverage_80', 'coverage_95'] as const;
export type BacktestMetric = (typeof BACKTEST_METRICS)[number];

/** The horizons, in days, over which a backtest judges. */
export const BACKTEST_HORIZONS = [7, 30, 90, 180] as const;
