import type { ForecastModelKey } from '../../contract';

/** The models in words, lower case inside a sentence. */
export const MODEL_LABELS: Record<ForecastModelKey, string> = {
  profile: 'weekday profile',
  prophet: 'Prophet',
  mstl: 'MSTL',
  ets: 'exponential smoothing',
  seasonal_naive: 'last week repeated',
  last_year: 'last year repeated',
};
