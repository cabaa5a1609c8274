import type { InLanguages, Notice, SalesForecastQuery } from '../../contract';
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
    expected: expected && { ...expected, notices: [...expected.notices, ...rangeNotices(shownFrom, context)] },
    grain,
    horizonDays,
    shownFrom,
  };
}

const NO_PAST: InLanguages<(asOf: string) => string> = {
  en: (asOf) => `The time range begins after ${asOf}, so no past is shown.`,
  'pt-BR': (asOf) => `O período começa depois de ${asOf}, por isso nenhum passado é mostrado.`,
};

function rangeNotices(shownFrom: string, { asOf, language }: QueryContext): Notice[] {
  if (shownFrom <= asOf) return [];
  return [{ severity: 'info', text: NO_PAST[language](longDay(asOf, language)) }];
}
