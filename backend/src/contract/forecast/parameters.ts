import { GRAINS, SALES_MEASURES } from '../kinds';
import { choices, limit, type KindSpec, type ParameterSpec } from '../parameter-specs';
import {
  BACKTEST_METRICS,
  COMPARED_WITH,
  DEVIATION_FIGURES,
  FORECAST_DIMENSIONS,
  FORECAST_MODELS,
  FORECAST_VIEWS,
  SHORTFALL_FIGURES,
  type FORECAST_KINDS,
} from './kinds';

/** Longest horizon, in days. */
export const MAX_HORIZON_DAYS = 730;

const MEASURE: ParameterSpec = {
  name: 'measure',
  label: 'Measure',
  help: 'What is forecast. Revenue is what was paid; customers are those who buy. Purchases only.',
  type: 'choice',
  choices: choices(SALES_MEASURES),
  default: 'revenue',
};

const BY: ParameterSpec = {
  name: 'by',
  label: 'Split by',
  help: 'One forecast for each value of this dimension. Empty: the whole shop.',
  type: 'choice',
  choices: choices(FORECAST_DIMENSIONS),
};

const LIMIT = limit(6, 200, 'The largest so many values; the rest is summed as "Other".', 'by');

const MODEL: ParameterSpec = {
  name: 'model',
  label: 'Model',
  help: 'Automatic: for each series what forecast its own past best.',
  type: 'choice',
  choices: choices(FORECAST_MODELS),
  default: 'auto',
};

const LEVEL: ParameterSpec = {
  name: 'level',
  label: 'Level',
  help: 'Of the inner band, in percent: what will happen lies inside it so often. The wide one is of 95.',
  type: 'integer',
  min: 50,
  max: 95,
  default: 80,
};

const TARGET: ParameterSpec = {
  name: 'target',
  label: 'Target',
  help: 'What the sum over the horizon should reach, in R$, orders or customers.',
  type: 'number',
  min: 0,
};

const horizon = (fallback: number): ParameterSpec => ({
  name: 'horizonDays',
  label: 'Horizon',
  help: 'Days to look ahead from the as-of date.',
  type: 'integer',
  min: 1,
  max: MAX_HORIZON_DAYS,
  default: fallback,
});

/** The parameters of the forecast kinds. */
export const FORECAST_KIND_SPECS: Record<(typeof FORECAST_KINDS)[number], KindSpec> = {
  sales_forecast: {
    label: 'Sales forecast',
    help: 'What was sold, what is expected of the days after the as-of date, with bands, and what was out of the ordinary.',
    parameters: [
      {
        name: 'view',
        label: 'View',
        help: 'The forecast over time, its sum over the horizon, forecasts of the past beside what happened, anomalies, or how far each day of the time range lay outside of its band: one number per day, for alert rules.',
        type: 'choice',
        choices: choices(FORECAST_VIEWS),
        default: 'forecast',
      },
      MEASURE,
      BY,
      LIMIT,
      {
        name: 'grain',
        label: 'Grain',
        help: 'Length of one step. Automatic: by the length of history and horizon.',
        type: 'choice',
        choices: choices(GRAINS),
        default: 'auto',
      },
      horizon(180),
      LEVEL,
      MODEL,
      TARGET,
      {
        name: 'figure',
        label: 'Figure',
        help: 'Of the view Deviations. Outside of the band: as a share of what was expected, below zero under the 95% band, above zero over it, zero inside.',
        type: 'choice',
        choices: choices(DEVIATION_FIGURES),
        default: 'outside_band',
      },
    ],
  },
  forecast_quality: {
    label: 'Forecast quality',
    help: 'How far off the forecasts of the past were, for each model and horizon, beside simple baselines.',
    parameters: [
      {
        name: 'figure',
        label: 'Figure',
        help: 'One number per horizon, as an alert rule needs it. Empty: a table of all models and figures.',
        type: 'choice',
        choices: choices(BACKTEST_METRICS),
      },
      MEASURE,
      BY,
      LIMIT,
      MODEL,
    ],
  },
  forecast_shortfall: {
    label: 'Forecast shortfall',
    help: 'The expected sum of the next days against the days before, last year or a target: one number per series, for alert rules.',
    parameters: [
      {
        name: 'figure',
        label: 'Figure',
        help: 'Shortfall: what is missing, as a share or in full; negative when more is expected.',
        type: 'choice',
        choices: choices(SHORTFALL_FIGURES),
        default: 'shortfall_share',
      },
      {
        name: 'against',
        label: 'Against',
        help: 'What the expected sum is compared with.',
        type: 'choice',
        choices: choices(COMPARED_WITH),
        default: 'period_before',
      },
      MEASURE,
      BY,
      LIMIT,
      horizon(30),
      LEVEL,
      MODEL,
      TARGET,
    ],
  },
};
