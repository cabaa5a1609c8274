import type { ForecastModel, Grain } from '../data/model';

const DAYS: Record<Grain, number> = { day: 1, week: 7, month: 365.25 / 12 };

/**
 * What each bucket of the horizon has to bring on average for the target to be met, in the measure's unit; null without a
 * target. With a split, the target is each series' own, as in the sums and in alert rules.
 */
export function neededPace({ target, horizonDays, grain }: ForecastModel): number | null {
  if (target === null || target <= 0 || !horizonDays) return null;
  return (target / horizonDays) * DAYS[grain];
}
