import type { ProphetHoliday } from '@bsull/augurs/prophet';
import { addDays, startOf } from '../../../contract';
import { augurs } from '../augurs/library';
import { eventFactors } from '../event-factors';
import { finitePath, isConstant } from '../finite-path';
import { MODEL_LABELS } from '../labels';
import type { ForecastModel, History } from '../model';
import { usualPath } from '../profile';
import { requireHistory } from '../require-history';
import { usualDays } from '../usual-days';
import { DAY_SECONDS, fitProphet } from './fit-prophet';
import { holidayRegressors } from './holiday-regressors';

/** So many last days are learnt from. Nine months were as good as twelve on real sales, in half of the time. */
const WINDOW = 270;
const MIN_DAYS = 28;
/** Share of the mean that is added before logs are taken, so that days without sales weigh no more than others. */
const OFFSET_SHARE = 0.3;

/**
 * Prophet (Taylor and Letham 2018) on logs, with holidays, without a season of the year, and with its trend held at the
 * level of the origin: continued, the trend of a growing shop missed by twice as much after three months. A factor makes
 * the fitted days add up to what was sold, as the mean of logs is not the log of the mean.
 */
export const prophet: ForecastModel = {
  key: 'prophet',
  minDays: MIN_DAYS,
  forecast(history, horizonDays) {
    const values = requireHistory(history, MIN_DAYS, MODEL_LABELS.prophet.en).slice(-WINDOW);
    if (isConstant(values)) return new Float64Array(horizonDays).fill(values[0]!);
    const offset = OFFSET_SHARE * mean(values);
    const logs = values.map((value) => Math.log(value + offset));
    const first = addDays(history.series.firstDay, history.series.values.length - values.length);
    const holidays = regressorsOf(history, first, values.length, horizonDays);
    return finitePath(MODEL_LABELS.prophet.en, () => {
      const learnt = learntDays(values, startOf(first) / 1000, holidays);
      const path = fitProphet(augurs(), { firstSecond: startOf(first) / 1000, logs, learnt, holidays, horizonDays });
      const factor = unbiased(values, logs, path, offset);
      const events = eventFactors(history, horizonDays, usualPath, new Set(holidays.keys()));
      return path.slice(values.length).map((log, day) => (Math.exp(log) * factor - offset) * events[day]!);
    });
  },
};

function regressorsOf({ country }: History, first: string, days: number, horizonDays: number) {
  if (country === undefined) return new Map<string, ProphetHoliday>();
  return holidayRegressors(country, first, addDays(first, days + horizonDays - 1), addDays(first, days - 1));
}

/** 1 for each day to learn from: outliers only where a holiday explains them, as others would bend level and weekdays. */
function learntDays(values: Float64Array, firstSecond: number, holidays: Map<string, ProphetHoliday>): Uint8Array {
  const learnt = usualDays(values);
  for (const { occurrences } of holidays.values())
    for (const { start, end } of occurrences)
      learnt.fill(1, Math.max(0, (start - firstSecond) / DAY_SECONDS), Math.max(0, (end - firstSecond) / DAY_SECONDS));
  return learnt;
}

/** What was sold on usual days over what the fit says of them. */
function unbiased(values: Float64Array, logs: Float64Array, path: Float64Array, offset: number): number {
  const usual = usualDays(logs.map((log, day) => log - path[day]!));
  let sold = 0;
  let fitted = 0;
  values.forEach((value, day) => {
    if (!usual[day]) return;
    sold += value + offset;
    fitted += Math.exp(path[day]!);
  });
  return sold / fitted;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
