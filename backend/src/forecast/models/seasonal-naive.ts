import { WEEK } from './weekday-profile';
import { MODEL_LABELS } from './labels';
import type { ForecastModel } from './model';
import { requireHistory } from './require-history';

/** Each day as the same weekday of the last week known: the baseline that any forecast has to beat. */
export const seasonalNaive: ForecastModel = {
  key: 'seasonal_naive',
  minDays: WEEK,
  forecast(history, horizonDays) {
    const values = requireHistory(history, WEEK, MODEL_LABELS.seasonal_naive.en);
    const lastWeek = values.slice(-WEEK);
    return Float64Array.from({ length: horizonDays }, (_, day) => lastWeek[day % WEEK]!);
  },
};
