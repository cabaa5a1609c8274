import type { ForecastModelChoice, ForecastModelKey } from '../../contract';
import { spaceOrigins } from '../backtest/origins';
import { dayNumber, type ForecastGrain } from '../buckets/calendar';
import { futureBuckets } from '../buckets/split';
import { isChoosable } from '../choice/candidates';
import { isCheap, isSeldom, modelsFor, type Effort } from '../choice/costs';
import type { NamedSeries } from '../forecast';
import type { ForecastModel } from '../models';
import type { DailySeries } from '../series';

/** One series to forecast. */
export interface SeriesTask extends NamedSeries {
  grain: ForecastGrain;
  horizonDays: number;
  level: number;
  model: ForecastModelChoice;
  country?: string;
  effort: Effort;
}

/** What a model is to say at an origin: work of its own, as it may take long. */
export interface PathTask {
  series: DailySeries;
  country?: string;
  model: ForecastModelKey;
  /** Days of the series that are known. */
  origin: number;
  days: number;
}

/** Paths are made so long, so that forecasts of several horizons share them; the longest ends the month after 730 days. */
const LENGTHS = [212, 397, 762];

/** Days to forecast, so that the bucket in which the horizon ends is whole. */
export function daysAhead({ daily, horizonDays, grain }: SeriesTask): number {
  const last = dayNumber(daily.firstDay) + daily.values.length - 1;
  return futureBuckets(last, horizonDays, grain).at(-1)!.to;
}

/** Days that the paths at the end of the series have. */
export function pathDays(task: SeriesTask): number {
  const days = daysAhead(task);
  return LENGTHS.find((length) => length >= days) ?? days;
}

/** The forecasts by models that take long, to be made first; none where they have nothing to say. */
export function firstPaths(task: SeriesTask): PathTask[] {
  const { values } = task.daily;
  const end = values.length;
  if (isFlat(values) || (task.model === 'auto' && !isChoosable(values, end))) return [];
  const { judged } = spaceOrigins(end);
  return modelsFor(task.model, task.effort)
    .filter((model) => !isCheap(model))
    .flatMap((model) => {
      const screened = task.model === 'auto' && task.effort === 'screened' && isSeldom(model);
      return pathsBy(task, model, screened ? judged.slice(-1) : [...judged, end]);
    });
}

/** What a model is to say at those of the origins at which it has enough to learn from. */
export function pathsBy(task: SeriesTask, model: ForecastModel, origins: readonly number[]): PathTask[] {
  const { firstDay, values } = task.daily;
  return origins
    .filter((origin) => origin >= model.minDays)
    .map((origin) => ({
      series: { firstDay, values: values.slice(0, origin) },
      country: task.country,
      model: model.key,
      origin,
      days: origin < values.length ? values.length - origin : pathDays(task),
    }));
}

export function isFlat(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}
