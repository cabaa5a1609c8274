import { augurs } from './augurs/library';
import { eventFactors } from './event-factors';
import { finitePath, isConstant } from './finite-path';
import { MODEL_LABELS } from './labels';
import type { ForecastModel } from './model';
import { usualPath } from './profile';
import { requireHistory } from './require-history';
import { WEEK } from './weekday-profile';
import { withoutOutliers } from './without-outliers';

const MIN_DAYS = 4 * WEEK;

/**
 * Trend and weekdays taken apart by loess (Bandara, Hyndman and Bergmeir 2021, MSTL), the trend continued by exponential
 * smoothing for a week and held from there on, as trends of sales end sooner than they look. Outliers are evened out
 * before.
 */
export const mstl: ForecastModel = {
  key: 'mstl',
  minDays: MIN_DAYS,
  forecast(history, horizonDays) {
    const values = withoutOutliers(requireHistory(history, MIN_DAYS, MODEL_LABELS.mstl.en));
    if (isConstant(values)) return new Float64Array(horizonDays).fill(values[0]!);
    const model = augurs().MSTL.ets([WEEK]);
    return finitePath(MODEL_LABELS.mstl.en, () => {
      model.fit(values);
      const { point } = model.predict(WEEK);
      return eventFactors(history, horizonDays, usualPath).map((factor, day) => point[day % WEEK]! * factor);
    });
  },
};
