import { augurs } from './augurs/library';
import { eventFactors } from './event-factors';
import { finitePath, isConstant } from './finite-path';
import { MODEL_LABELS } from './labels';
import type { ForecastModel } from './model';
import { usualPath } from './profile';
import { requireHistory } from './require-history';
import { usualDays } from './usual-days';
import { WEEK, weekdayProfile } from './weekday-profile';
import { withoutOutliers } from './without-outliers';

const PROFILE_DAYS = 112;
/** On a weekday with less than this share of an average day the shop counts as closed. */
const LEAST_SHARE = 0.1;
const MIN_DAYS = 4 * WEEK;

/**
 * Exponential smoothing (Hyndman et al. 2008), error and trend chosen by AICc, of what remains when the weekdays' shares
 * are divided out: its own seasons the library cannot fit. The level is held: a trend, once chosen, ran away from real
 * sales. Outliers are evened out before.
 */
export const ets: ForecastModel = {
  key: 'ets',
  minDays: MIN_DAYS,
  forecast(history, horizonDays) {
    const values = withoutOutliers(requireHistory(history, MIN_DAYS, MODEL_LABELS.ets.en));
    const shares = sharesOf(values);
    const deseasoned = withoutWeekdays(values, shares);
    return finitePath(MODEL_LABELS.ets.en, () => {
      const level = levelOf(deseasoned);
      const factors = eventFactors(history, horizonDays, usualPath);
      return factors.map((factor, day) => level * shares[(values.length + day) % WEEK]! * factor);
    });
  },
};

/** The values over their weekdays' shares; a day on which next to nothing is sold tells nothing, and the day before stays. */
function withoutWeekdays(values: Float64Array, shares: Float64Array): Float64Array {
  let last = 0;
  return values.map((value, day) => {
    const share = shares[day % WEEK]!;
    if (share >= LEAST_SHARE) last = value / share;
    return last;
  });
}

function levelOf(deseasoned: Float64Array): number {
  if (isConstant(deseasoned)) return deseasoned[0]!;
  const model = new (augurs().AutoETS)(1, 'ZZN');
  model.fit(deseasoned);
  return model.predict(1).point[0]!;
}

/** The shares of the weekdays in the last 112 days, for the whole of `values`. */
function sharesOf(values: Float64Array): Float64Array {
  const skipped = Math.max(0, values.length - PROFILE_DAYS);
  const recent = values.slice(skipped);
  const shares = weekdayProfile(recent, usualDays(recent));
  return shares.map((_, place) => shares[(((place - skipped) % WEEK) + WEEK) % WEEK]!);
}
