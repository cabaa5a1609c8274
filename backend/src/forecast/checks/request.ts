import { addDays, MAX_HORIZON_DAYS } from '../../contract';
import { ForecastError, type ForecastRequest, type NamedSeries } from '../forecast';

/** Fewest days that a forecast is made from: three weeks, so that each weekday was seen three times. */
export const FEWEST_DAYS = 21;
/** More series at once would take minutes, and no reader follows so many lines. */
export const MOST_SERIES = 250;

/** How a series is named to people. */
export function nameOf({ name }: NamedSeries): string {
  return name === '' ? 'the whole shop' : `"${name}"`;
}

/** @throws ForecastError naming what cannot be forecast, and what to do */
export function checkRequest({ series, horizonDays, level }: ForecastRequest): void {
  if (series.length > MOST_SERIES) {
    throw new ForecastError(
      `${series.length} series were asked, at most ${MOST_SERIES} can be forecast at once: lower the limit, or filter.`,
    );
  }
  if (!(Number.isInteger(horizonDays) && horizonDays >= 1 && horizonDays <= MAX_HORIZON_DAYS)) {
    throw new ForecastError(
      `The horizon must be a whole number of days from 1 to ${MAX_HORIZON_DAYS}; it is ${horizonDays}.`,
    );
  }
  if (!(level >= 0.5 && level <= 0.99)) {
    throw new ForecastError(`The level of the band must lie between 0.5 and 0.99; it is ${level}.`);
  }
  series.forEach(checkSeries);
}

function checkSeries(series: NamedSeries): void {
  const { values, firstDay } = series.daily;
  if (values.length < FEWEST_DAYS) {
    throw new ForecastError(
      `A forecast of ${nameOf(series)} needs at least three weeks (${FEWEST_DAYS} days) of history up to the as-of date, ` +
        `and there are ${values.length}: move the time range on, or widen the filters.`,
    );
  }
  const bad = values.findIndex((value) => !Number.isFinite(value) || value < 0);
  if (bad >= 0) {
    throw new ForecastError(
      `The history of ${nameOf(series)} holds ${values[bad]} on ${addDays(firstDay, bad)}; ` +
        'only numbers from 0 upwards can be forecast.',
    );
  }
}
