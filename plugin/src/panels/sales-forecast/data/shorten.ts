import { DAY_MS } from '@contract';
import type { History } from '../options';
import type { ForecastModel } from './model';
import type { BacktestModel } from './readBacktest';

const DAYS: Record<History, number> = { all: Infinity, year: 365, 'half-year': 182, quarter: 90 };

/** The model with no more of the past than asked for, counted back from the as-of date. */
export function shorten(model: ForecastModel, history: History): ForecastModel {
  const days = DAYS[history];
  const end = endOfPast(model);
  if (!Number.isFinite(days) || end === undefined) return model;
  const from = end - days * DAY_MS;
  return {
    ...model,
    series: model.series.map((one) => ({ ...one, points: one.points.filter(({ time }) => time >= from) })),
  };
}

function endOfPast({ asOf, series }: ForecastModel): number | undefined {
  if (asOf !== undefined) return Date.parse(asOf);
  return series[0]?.points.at(-1)?.time;
}

const DAYS_BEFORE = 60;

/** The past forecasts with what happened since shortly before the first of them: older days have nothing to compare with. */
export function nearForecasts(model: BacktestModel): BacktestModel {
  const [first] = model.origins;
  if (first === undefined) return model;
  const from = Date.parse(first) - DAYS_BEFORE * DAY_MS;
  return {
    ...model,
    series: model.series.map((one) => ({ ...one, actual: one.actual.filter(({ time }) => time >= from) })),
  };
}
