import type { ForecastModelChoice, ForecastModelKey } from '../../contract';
import { MODELS, type ForecastModel } from '../models';

/** Models that forecast in a fraction of a millisecond; each other one takes some tens. */
const CHEAP: readonly ForecastModelKey[] = ['profile', 'seasonal_naive', 'last_year'];
/** Models that are seldom chosen: where many series are asked, they are tried at one origin first. */
const SELDOM: readonly ForecastModelKey[] = ['mstl', 'ets'];
/** The model that says what errors are usual, at many origins. */
export const REFERENCE: ForecastModelKey = 'profile';

/**
 * How much work a series may make. `full`: all models at all judged origins. `screened`: a model that is seldom chosen
 * must first do better than the usual one at the latest origin, without which it cannot be chosen; so the choice is the
 * same. `cheap`: only models that take no time.
 */
export type Effort = 'full' | 'screened' | 'cheap';

export function isCheap({ key }: ForecastModel): boolean {
  return CHEAP.includes(key);
}

export function isSeldom({ key }: ForecastModel): boolean {
  return SELDOM.includes(key);
}

/** The models that a choice needs: all, or the one with those it is compared with. */
export function modelsFor(choice: ForecastModelChoice, effort: Effort): ForecastModel[] {
  if (choice !== 'auto') return MODELS.filter((model) => isCheap(model) || model.key === choice);
  return MODELS.filter((model) => effort !== 'cheap' || isCheap(model));
}

/** @throws RangeError for a model that there is none of */
export function modelOf(key: ForecastModelKey): ForecastModel {
  const model = MODELS.find((one) => one.key === key);
  if (!model) throw new RangeError(`There is no model "${key}".`);
  return model;
}
