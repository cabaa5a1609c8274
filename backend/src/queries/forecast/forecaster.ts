import { ForecastError, type Forecaster } from '../../forecast/forecast';
import { ALERT_RULES } from '../question';

/** The evaluation of an alert rule ends after half a minute in Grafana. */
const FOR_ALERT_RULES_MS = 28_000;
/** Whoever waits before a picture is served by most proxies for a minute: a model that is trained meanwhile slows all. */
const FOR_PEOPLE_MS = 55_000;

/** How long a forecast may take for this user. */
export const forecastTimeLimit = (user: string): number => (user === ALERT_RULES ? FOR_ALERT_RULES_MS : FOR_PEOPLE_MS);

/** Forecasts nothing. */
export const NO_FORECASTER: Forecaster = {
  forecast: () => Promise.reject(new ForecastError('No forecasts are made here.')),
  close: () => Promise.resolve(),
};
