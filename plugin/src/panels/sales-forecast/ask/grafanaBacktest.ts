import type { DataQueryRequest } from '@grafana/data';
import { askDataSource } from '../../../components/ask/askDataSource';
import { t } from '../../../language/t';
import type { AskBacktest } from './askBacktest';
import { backtestTarget, forecastTarget } from './backtestTarget';

/** Forecasts of the past in Grafana: through the data source of the panel's own query, with its time range and variables. */
export function grafanaBacktest(request: DataQueryRequest | undefined): AskBacktest | undefined {
  const target = request && forecastTarget(request.targets);
  if (!request || !target) return undefined;
  return (signal) =>
    askDataSource({ name: 'backtest', failure: failure(), request, query: backtestTarget(target) }, signal);
}

const failure = (): string => t('forecast.backtestFailed', 'The past forecasts could not be loaded.');
