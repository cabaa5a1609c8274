import type { ForecastModel, Grain } from '../data/model';

const DAYS: Record<Grain, number> = { day: 1, week: 7, month: 365.25 / 12 };

/**
 * What each bucket of the horizon has to bring on average for the target to be met, in the measure's unit; null without a
 * target. The target is for the whole shop, so that several series have no pace of their own.
 */
export function neededPace({ target, horizonDays, grain, series }: ForecastModel): number | null {
  if (target === null || target <= 0 || !horizonDays || series.length !== 1) return null;
  return (target / horizonDays) * DAYS[grain];
}
