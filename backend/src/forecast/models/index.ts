import type { ForecastModelKey, Text } from '../../contract';
import { loadAugurs } from './augurs/library';
import { MODEL_LABELS } from './labels';
import { ets } from './ets';
import { lastYear } from './last-year';
import type { ForecastModel } from './model';
import { mstl } from './mstl';
import { profile } from './profile';
import { prophet } from './prophet/prophet';
import { seasonalNaive } from './seasonal-naive';

export type { ForecastModel, History } from './model';

/** The models, the most promising first. */
export const MODELS: readonly ForecastModel[] = [profile, prophet, mstl, ets, seasonalNaive, lastYear];

/** The model in words, lower case inside a sentence, e.g. "weekday profile". */
export function labelOfModel(key: ForecastModelKey): Text {
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
