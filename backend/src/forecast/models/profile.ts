import { addDays, DAY_MS, startOf } from '../../contract';
import { holidaysBetween } from '../holidays';
import { eventFactors } from './event-factors';
import { MODEL_LABELS } from './labels';
import type { ForecastModel, History } from './model';
import { requireHistory } from './require-history';
import { usualDays } from './usual-days';
import { WEEK, weekdayProfile } from './weekday-profile';

/** So many last days the level is taken from: shorter ones follow noise, longer ones lag behind. */
const LEVEL_DAYS = 56;
/** So many last days the weekdays' shares are taken from: twice as many, as they change more slowly. */
const PROFILE_DAYS = 112;
const MIN_DAYS = 2 * WEEK;

/**
 * A flat level, the mean of the last 56 days, times the share of each weekday of the last 112. Outliers and holidays
 * count for neither; Black Friday and Christmas are raised or lowered as those of past years were.
 */
export const profile: ForecastModel = {
  key: 'profile',
  minDays: MIN_DAYS,
  forecast(history, horizonDays) {
    const factors = eventFactors(history, horizonDays, usualPath);
    return usualPath(history, horizonDays).map((value, day) => value * factors[day]!);
  },
};

/** The profile of days that are like any other. */
export function usualPath(history: History, horizonDays: number): Float64Array {
  const recent = requireHistory(history, MIN_DAYS, MODEL_LABELS.profile.en).slice(-PROFILE_DAYS);
  const usual = withoutHolidays(usualDays(recent), history);
  const shares = weekdayProfile(recent, usual);
  const level = levelOf(recent, usual, shares);
  return Float64Array.from({ length: horizonDays }, (_, day) => level * shares[(recent.length + day) % WEEK]!);
}

/** What the usual days sold over what their weekdays' shares say of an average day. */
function levelOf(recent: Float64Array, usual: Uint8Array, shares: Float64Array): number {
  let sold = 0;
  let weight = 0;
  for (let day = Math.max(0, recent.length - LEVEL_DAYS); day < recent.length; day += 1) {
    if (!usual[day]) continue;
    sold += recent[day]!;
    weight += shares[day % WEEK]!;
  }
  return weight > 0 ? sold / weight : 0;
}

/** Marks the holidays among the last days of the history as unusual. */
function withoutHolidays(usual: Uint8Array, { series, country }: History): Uint8Array {
  if (country === undefined) return usual;
  const last = addDays(series.firstDay, series.values.length - 1);
  const first = addDays(last, 1 - usual.length);
  for (const { day } of holidaysBetween(country, first, last)) usual[(startOf(day) - startOf(first)) / DAY_MS] = 0;
  return usual;
}
