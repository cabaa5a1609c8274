import type { ForecastModelKey } from '../../contract';
import { ForecastError } from '../forecast';
import type { ForecastModel } from '../models/model';
import type { DailySeries } from '../series';

/** What each model forecast at each origin (days known); the first value is that of the first day after. */
export type PathTable = Map<ForecastModelKey, Map<number, Float64Array>>;

export function pathOf(paths: PathTable, model: ForecastModelKey, origin: number): Float64Array | undefined {
  return paths.get(model)?.get(origin);
}

/**
 * What a model says at an origin, from the days before it alone.
 *
 * @returns undefined when the model cannot learn from so short or such a history
 */
export function forecastAt(
  model: ForecastModel,
  series: DailySeries,
  origin: number,
  days: number,
  country?: string,
): Float64Array | undefined {
  if (origin < model.minDays) return undefined;
  // A copy: what a model never gets to see it cannot use.
  const history = { series: { firstDay: series.firstDay, values: series.values.slice(0, origin) }, country };
  try {
    const path = model.forecast(history, days);
    return path.length === days && path.every((value) => Number.isFinite(value) && value >= 0) ? path : undefined;
  } catch (error) {
    if (error instanceof ForecastError) return undefined;
    throw error;
  }
}
