import { forecastAt } from '../backtest/paths';
import { modelOf } from '../choice/costs';
import type { SeriesForecast } from '../forecast';
import { prepareModels } from '../models';
import { forecastSeries } from '../single/forecast-series';
import type { MadePath } from '../single/make-study';
import { pastOf, type PastTask } from '../single/past';
import type { PathTask, SeriesTask } from '../single/task';

async function makePath({ series, country, model, origin, days }: PathTask): Promise<MadePath> {
  await prepareModels();
  return { model, origin, path: forecastAt(modelOf(model), series, origin, days, country) };
}

async function tellPast(task: PastTask): Promise<SeriesForecast['past']> {
  return pastOf(task);
}

interface FinishJob {
  task: SeriesTask;
  made: MadePath[];
  past: SeriesForecast['past'];
}

async function finish({ task, made, past }: FinishJob): Promise<SeriesForecast> {
  return forecastSeries(task, made, past);
}

/** What threads do. */
export const TASKS = { makePath, tellPast, finish };

export type TaskName = keyof typeof TASKS;
export type JobOf<T extends TaskName> = Parameters<(typeof TASKS)[T]>[0];
export type ResultOf<T extends TaskName> = Awaited<ReturnType<(typeof TASKS)[T]>>;
