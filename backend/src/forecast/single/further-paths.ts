import { spaceOrigins } from '../backtest/origins';
import { candidatesOf } from '../choice/candidates';
import { scaledErrors } from '../choice/choose';
import { isSeldom, modelOf } from '../choice/costs';
import { makeStudy, type MadePath } from './make-study';
import { pathsBy, type PathTask, type SeriesTask } from './task';

/**
 * The forecasts that are still to be made after the first ones: those of the seldom chosen models that passed the
 * screening, alone or in a mean, at the other origins.
 */
export function furtherPaths(task: SeriesTask, made: readonly MadePath[]): PathTask[] {
  if (task.effort !== 'screened' || task.model !== 'auto' || made.length === 0) return [];
  const { paths } = makeStudy(task, made);
  const { values } = task.daily;
  const { judged } = spaceOrigins(values.length);
  const latest = judged.slice(-1);
  const [usual, ...others] = candidatesOf([...paths.keys()]);
  const [limit] = scaledErrors(values, paths, usual!, latest, values.length);
  const passed = others.filter((one) => scaledErrors(values, paths, one, latest, values.length)[0]! < limit!);
  const wanted = [...paths.keys()].map(modelOf).filter((model) => isSeldom(model) && passed.flat().includes(model.key));
  return wanted.flatMap((model) => pathsBy(task, model, [...judged.slice(0, -1), values.length]));
}
