import type { Outliers } from '../intervals/conformal';
import { PastErrors } from '../intervals/past-errors';
import { modelOf, REFERENCE } from '../choice/costs';
import type { SeriesForecast } from '../forecast';
import { walkPast } from '../past/walk';
import { spaceOrigins } from '../backtest/origins';
import { cheapPaths } from './make-study';
import type { SeriesTask } from './task';

/** What a task's past is told from: less than the task, so that forecasts of several horizons share it. */
export type PastTask = Pick<SeriesTask, 'daily' | 'grain' | 'level' | 'country'>;

/** What the reference model would have said of each past bucket, with its bands, and what was out of the ordinary. */
export function pastOf({ daily, grain, level, country }: PastTask): SeriesForecast['past'] {
  const model = modelOf(REFERENCE);
  const { cheap } = spaceOrigins(daily.values.length);
  const errors = new PastErrors(daily.values, cheapPaths({ daily, country }, model, cheap), outliersOf(grain));
  return walkPast({
    series: daily,
    country,
    grain,
    level,
    model,
    errors,
    firstOrigin: cheap[0] ?? daily.values.length,
  });
}

/** Of weeks and months there are so few that one Black Friday would widen the bands for half a year; of days there are many. */
const outliersOf = (grain: PastTask['grain']): Outliers => (grain === 'day' ? 'kept' : 'dropped');
