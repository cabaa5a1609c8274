import type { ForecastModelChoice, ForecastModelKey } from '../../contract';
import { spaceOrigins } from '../backtest/origins';
import { dayNumber, type ForecastGrain } from '../buckets/calendar';
import { futureBuckets } from '../buckets/split';
import { isCheap, modelsFor } from '../choice/costs';
import type { NamedSeries } from '../forecast';
import type { DailySeries } from '../series';

/** One series to forecast. */
export interface SeriesTask extends NamedSeries {
  grain: ForecastGrain;
  horizonDays: number;
  level: number;
  model: ForecastModelChoice;
  country?: string;
  /** Whether models that take long are among those to choose from. */
  thorough: boolean;
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

/** The forecasts by models that take long, which are made beforehand; none for a series that never changes. */
export function pathTasks(task: SeriesTask): PathTask[] {
  const { values } = task.daily;
  if (isFlat(values)) return [];
  const { judged } = spaceOrigins(values.length);
  const { daily: series, country } = task;
  return modelsFor(task.model, task.thorough)
    .filter((model) => !isCheap(model))
    .flatMap(({ key: model, minDays }) =>
      [...judged, values.length]
        .filter((origin) => origin >= minDays)
        .map((origin) => ({
          series: { firstDay: series.firstDay, values: values.slice(0, origin) },
          country,
          model,
          origin,
          days: origin < values.length ? values.length - origin : pathDays(task),
        })),
    );
}

export function isFlat(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}
