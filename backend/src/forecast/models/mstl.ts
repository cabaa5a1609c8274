import { augurs } from './augurs/library';
import { finitePath, isConstant } from './finite-path';
import { MODEL_LABELS } from './labels';
import type { ForecastModel } from './model';
import { requireHistory } from './require-history';
import { WEEK } from './weekday-profile';
import { withoutOutliers } from './without-outliers';

/** So many last days are learnt from: older ones say little about trend and weekdays of today. */
const WINDOW = 365;
const MIN_DAYS = 4 * WEEK;

/**
 * Trend and weekdays taken apart by loess (Bandara, Hyndman and Bergmeir 2021, MSTL), the trend continued by exponential
 * smoothing. Outliers are evened out before.
 */
export const mstl: ForecastModel = {
  key: 'mstl',
  minDays: MIN_DAYS,
  forecast(history, horizonDays) {
    const values = withoutOutliers(requireHistory(history, MIN_DAYS, MODEL_LABELS.mstl).slice(-WINDOW));
    if (isConstant(values)) return new Float64Array(horizonDays).fill(Math.max(0, values[0]!));
    const model = augurs().MSTL.ets([WEEK]);
    return finitePath(MODEL_LABELS.mstl, () => {
      model.fit(values);
      return model.predict(horizonDays).point;
    });
  },
};
