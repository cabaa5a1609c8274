/** What pages outside Grafana need to show the panel: it, its options and a way to ask for forecasts of the past. */
export { type AskBacktest, type BacktestFor } from './ask/askBacktest';
export { backtestTarget, forecastTarget } from './ask/backtestTarget';
export { createForecastPanel } from './ForecastPanel';
export { ForecastView, type ForecastViewProps } from './ForecastView';
export { DEFAULT_OPTIONS, readOptions, type ForecastOptions } from './options';
