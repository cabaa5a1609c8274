/**
 * The frames that the forecast kinds answer with. Values are in the measure's unit (R$, orders, customers), shares and
 * coverages from 0 to 1, times in ms. With `by`, each field carries the dimension as a label, e.g. `{state: "SP"}`.
 */

/**
 * `sales_forecast`, view `forecast` (timeseries-wide): per series these fields, over the past inside the time range and
 * the horizon after the as-of date. `actual`: past only. `forecast`: of the past what a forecast one bucket earlier would
 * have said, of the future what is expected. `lower`, `upper`: the band at the query's level; `lower_95`, `upper_95`: the
 * wide one. `anomalous`: 1 where the actual lies outside the wide band, else 0; future: empty.
 */
export const FORECAST_FIELDS = ['actual', 'forecast', 'lower', 'upper', 'lower_95', 'upper_95', 'anomalous'] as const;

/**
 * `sales_forecast`, view `sums`: one row per series. `expected_sum` with its bands over the horizon; `period_before`: the
 * same number of days up to the as-of date, `last_year`: the same days a year earlier (empty where the shop was not
 * open); `change_*`: expected ÷ compared − 1.
 */
export const SUMS_COLUMNS = [
  'series',
  'horizon_days',
  'from',
  'to',
  'expected_sum',
  'lower_sum',
  'upper_sum',
  'lower_sum_95',
  'upper_sum_95',
  'period_before',
  'change_period_before',
  'last_year',
  'change_last_year',
  'target',
  'change_target',
  'model',
  'sentence',
] as const;

/**
 * `sales_forecast`, view `backtest` (timeseries-wide): `actual`, and for each past origin `forecast`, `lower`, `upper`
 * with the label `origin`; with `by`, the dimension's label too.
 */
export const BACKTEST_FIELDS = ['actual', 'forecast', 'lower', 'upper'] as const;

/** `sales_forecast`, view `anomalies`: a row per anomalous bucket, newest last, as Grafana's annotations read them. */
export const ANOMALY_COLUMNS = ['time', 'timeEnd', 'title', 'text', 'tags', 'series', 'actual', 'expected'] as const;

/**
 * `forecast_quality`: a row per series, model and horizon. `role`: chosen, candidate or baseline. `mase`: mean absolute
 * error ÷ that of the seasonal naive forecast one week ahead, in sample (Hyndman and Koehler 2006). `bias`: mean error ÷
 * mean actual, positive when forecast too high. `origins`: how many forecasts of the past are judged.
 */
export const QUALITY_COLUMNS = [
  'series',
  'model',
  'role',
  'horizon_days',
  'mase',
  'smape',
  'wape',
  'bias',
  'coverage_80',
  'coverage_95',
  'origins',
] as const;

/** What `meta.custom` of the view `forecast` says beside its fields, for the panel. */
export interface ForecastMeta {
  grain: 'day' | 'week' | 'month';
  /** First day after the as-of date. */
  forecastFrom: string;
  horizonDays: number;
  level: number;
  measure: string;
  target?: number;
  holidays: { day: string; name: string }[];
  series: ForecastSeriesMeta[];
}

export interface ForecastSeriesMeta {
  /** The dimension's value; empty for the whole shop. */
  series: string;
  /** The model in words, e.g. "mean of weekday profile and Prophet". */
  model: string;
  /** How far off it was, in words. */
  sentence: string;
  expectedSum: number;
  lowerSum: number;
  upperSum: number;
  periodBefore: number | null;
  lastYear: number | null;
}
