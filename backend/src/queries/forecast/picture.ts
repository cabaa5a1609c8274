import { type Notice, type SalesForecastQuery } from '../../contract';
import type { QueryContext } from '../context';
import type { FixedGrain } from '../time-buckets';
import { expectedOf, type Expected } from './expected';
import { longDay } from '../wording';
import { dayFrom, daysBetween, forecastGrain } from './grain';
import { learnedDays } from './learned-days';

const DEFAULT_HORIZON_DAYS = 180;

/** What the views of `sales_forecast` have in common. */
export interface Picture {
  /** Absent where nothing was sold. */
  expected?: Expected;
  grain: FixedGrain;
  horizonDays: number;
  /** First day of the past that is shown; after the as-of date where none is. */
  shownFrom: string;
}

/**
 * The forecasts that a picture shows: all views of one question ask for the same, so that they are computed once.
 *
 * @throws ForecastError when a series cannot be forecast
 */
export async function askedPicture(query: SalesForecastQuery, context: QueryContext): Promise<Picture> {
  const { horizonDays = DEFAULT_HORIZON_DAYS, grain: wanted = 'auto' } = query;
  const { asOf, range, maxDataPoints } = context;
  const shownFrom = dayFrom(range.from, learnedDays(asOf, context.generation).first);
  const days = Math.max(0, daysBetween(shownFrom, asOf)) + horizonDays;
  const grain = forecastGrain(wanted, days, maxDataPoints);
  const expected = await expectedOf(query, { grain, horizonDays }, context);
  return {
    expected: expected && { ...expected, notices: [...expected.notices, ...rangeNotices(shownFrom, asOf)] },
    grain,
    horizonDays,
    shownFrom,
  };
}

function rangeNotices(shownFrom: string, asOf: string): Notice[] {
  if (shownFrom <= asOf) return [];
  return [{ severity: 'info', text: `The time range begins after ${longDay(asOf)}, so no past is shown.` }];
}
