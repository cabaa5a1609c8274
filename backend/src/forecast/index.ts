export * from './forecast';
export { MOST_SERIES } from './checks/request';
export { openForecaster } from './open-forecaster';
export { type DailySeries } from './series';
export { type HandsOptions as ForecasterOptions } from './workers/hands';
