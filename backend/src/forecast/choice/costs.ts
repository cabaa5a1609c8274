import type { ForecastModelChoice, ForecastModelKey } from '../../contract';
import { MODELS, type ForecastModel } from '../models';

/** Models that forecast in a fraction of a millisecond; each other one takes about as long as all of these together. */
const CHEAP: readonly ForecastModelKey[] = ['profile', 'seasonal_naive', 'last_year'];
/** The model that says what errors are usual, at many origins. */
export const REFERENCE: ForecastModelKey = 'profile';

export function isCheap({ key }: ForecastModel): boolean {
  return CHEAP.includes(key);
}

/** The models that a choice needs: all, or the one with those it is compared with. */
export function modelsFor(choice: ForecastModelChoice, thorough = true): ForecastModel[] {
  return MODELS.filter((model) =>
    choice === 'auto' ? thorough || isCheap(model) : isCheap(model) || model.key === choice,
  );
}

/** @throws RangeError for a model that there is none of */
export function modelOf(key: ForecastModelKey): ForecastModel {
  const model = MODELS.find((one) => one.key === key);
  if (!model) throw new RangeError(`There is no model "${key}".`);
  return model;
}
