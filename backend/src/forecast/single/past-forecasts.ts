import { chosenAt } from '../backtest/score';
import { candidateWidths, type Study } from '../backtest/study';
import { dayAt, dayNumber } from '../buckets/calendar';
import { futureBuckets } from '../buckets/split';
import { candidatePath } from '../choice/choose';
import type { PastForecast } from '../forecast';
import { bucketPath } from '../intervals/bands';
import { yardstickAt } from '../intervals/yardstick';
import type { SeriesTask } from './task';

/** What would have been said at each judged origin, with the choice and the bands of that day, of whole past buckets. */
export function pastForecasts(study: Study, { grain, horizonDays, level }: SeriesTask): PastForecast[] {
  const { values, firstDay } = study.series;
  return study.origins.judged.flatMap((origin) => {
    const chosen = chosenAt(study, origin);
    const path = chosen && candidatePath(study.paths, chosen, origin);
    if (!path) return [];
    const last = dayNumber(firstDay) + origin - 1;
    const buckets = futureBuckets(last, Math.min(horizonDays, path.length), grain).filter(
      ({ to }) => to <= path.length,
    );
    if (buckets.length === 0) return [];
    const before = values.subarray(0, origin);
    const widths = candidateWidths(study, chosen, origin);
    const forecast = { path, widths, yardstick: yardstickAt(values, origin), before };
    return [{ origin: dayAt(last), path: bucketPath(forecast, buckets, level) }];
  });
}
