import { MODEL_LABELS } from './labels';
import type { ForecastModel } from './model';
import { requireHistory } from './require-history';

/** 52 weeks: the nearest number of days to a year that keeps the weekday. */
const YEAR = 364;

/** Each day as the same weekday 52 weeks earlier; beyond that, the same year again. */
export const lastYear: ForecastModel = {
  key: 'last_year',
  minDays: YEAR,
  forecast(history, horizonDays) {
    const values = requireHistory(history, YEAR, MODEL_LABELS.last_year.en);
    const year = values.slice(-YEAR);
    return Float64Array.from({ length: horizonDays }, (_, day) => year[day % YEAR]!);
  },
};
