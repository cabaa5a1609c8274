import type { ForecastModelKey } from '../../contract';
import { loadAugurs } from './augurs/library';
import { MODEL_LABELS } from './labels';
import { lastYear } from './last-year';
import type { ForecastModel } from './model';
import { profile } from './profile';
import { seasonalNaive } from './seasonal-naive';

export type { ForecastModel, History } from './model';

/** The models, the most promising first. */
export const MODELS: readonly ForecastModel[] = [profile, seasonalNaive, lastYear];

/** The model in words, lower case inside a sentence, e.g. "weekday profile". */
export function labelOfModel(key: ForecastModelKey): string {
  return MODEL_LABELS[key];
}

/**
 * Loads the WebAssembly that some models run on, once per thread.
 *
 * @throws ForecastError when a file of it is missing
 */
export function prepareModels(): Promise<void> {
  return loadAugurs();
}
