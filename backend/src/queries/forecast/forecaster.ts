import { ForecastError, type Forecaster } from '../../forecast/forecast';

/** Somebody waits before a picture, or an alert rule whose evaluation ends after half a minute in Grafana. */
export const FORECAST_TIME_LIMIT_MS = 28_000;

/** Forecasts nothing. */
export const NO_FORECASTER: Forecaster = {
  forecast: () => Promise.reject(new ForecastError('No forecasts are made here.')),
  close: () => Promise.resolve(),
};
