import { spaceOrigins } from '../backtest/origins';
import { forecastAt, type PathTable } from '../backtest/paths';
import type { Study } from '../backtest/study';
import { candidatesOf } from '../choice/candidates';
import { isCheap, modelsFor, REFERENCE } from '../choice/costs';
import type { ForecastModel } from '../models';
import { pathDays, type PathTask, type SeriesTask } from './task';

/** A path that was made beforehand; undefined where the model could not learn. */
export type MadePath = Pick<PathTask, 'model' | 'origin'> & { path: Float64Array | undefined };

/** Everything that the models say of the past and the future of a series. */
export function makeStudy(task: SeriesTask, made: readonly MadePath[]): Study {
  const origins = spaceOrigins(task.daily.values.length);
  const models = modelsFor(task.model, task.effort);
  const paths: PathTable = new Map();
  for (const model of models) {
    const known = isCheap(model)
      ? withEnd(task, model, cheapPaths(task, model, origins.cheap))
      : new Map(made.flatMap((one) => (one.model === model.key && one.path ? [[one.origin, one.path]] : [])));
    if (known.size > 0) paths.set(model.key, known);
  }
  return {
    series: task.daily,
    origins,
    paths,
    reference: REFERENCE,
    candidates: task.model === 'auto' ? candidatesOf([...paths.keys()]) : [[task.model]],
    errors: new Map(),
  };
}

/** What a model that takes no time says at each of the origins, of all days that are known by now. */
export function cheapPaths(
  { daily, country }: Pick<SeriesTask, 'daily' | 'country'>,
  model: ForecastModel,
  origins: readonly number[],
): Map<number, Float64Array> {
  const paths = new Map<number, Float64Array>();
  for (const origin of origins) {
    const path = forecastAt(model, daily, origin, daily.values.length - origin, country);
    if (path) paths.set(origin, path);
  }
  return paths;
}

function withEnd(task: SeriesTask, model: ForecastModel, paths: Map<number, Float64Array>): Map<number, Float64Array> {
  const end = task.daily.values.length;
  const path = forecastAt(model, task.daily, end, pathDays(task), task.country);
  return path ? paths.set(end, path) : paths;
}
