import { MODEL_LABELS } from './labels';
import type { ForecastModel } from './model';
import { requireHistory } from './require-history';
import { usualDays } from './usual-days';
import { WEEK, weekdayProfile } from './weekday-profile';

/** So many days the level and the profile are taken from. */
const WINDOW = 56;
const MIN_DAYS = 2 * WEEK;

/** A flat level, the mean of the usual days among the last 56, times the share of each weekday. */
export const profile: ForecastModel = {
  key: 'profile',
  minDays: MIN_DAYS,
  forecast(history, horizonDays) {
    const recent = requireHistory(history, MIN_DAYS, MODEL_LABELS.profile).slice(-WINDOW);
    const usual = usualDays(recent);
    const shares = weekdayProfile(recent, usual);
    let sum = 0;
    let weight = 0;
    recent.forEach((value, day) => {
      if (!usual[day]) return;
      sum += value;
      weight += shares[day % WEEK]!;
    });
    const level = weight > 0 ? Math.max(0, sum / weight) : 0;
    return Float64Array.from({ length: horizonDays }, (_, day) => level * shares[(recent.length + day) % WEEK]!);
  },
};
