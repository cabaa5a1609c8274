import type { ForecastRequest, NamedSeries } from '../forecast';
import { madeUpSales } from './made-up-sales';

/** A series from Thursday, 5 January 2017. */
export function seriesOf(values: Float64Array, name = ''): NamedSeries {
  return { name, daily: { firstDay: '2017-01-05', values } };
}

/** A request of one series of made-up sales by the weekday profile, unless told otherwise. */
export function requestOf(changes: Partial<ForecastRequest> = {}, days = 100): ForecastRequest {
  return {
    series: [seriesOf(madeUpSales(days, 1))],
    grain: 'day',
    horizonDays: 30,
    level: 0.8,
    model: 'profile',
    ...changes,
  };
}
