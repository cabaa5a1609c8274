import { narrowingOf, type AnnotationsQuery } from '../../contract';
import type { QueryContext } from '../context';
import { unusualBuckets } from '../forecast/views/anomalies';
import type { Told } from './event';

/**
 * Days of the time range on which sales lay far outside of what was to be expected: those of the sales forecast.
 *
 * @throws ForecastError when there is too little to forecast from
 */
export async function anomalyEvents(query: AnnotationsQuery, context: QueryContext): Promise<Told> {
  const { measure = 'revenue', asOf } = query;
  const forecast = {
    kind: 'sales_forecast',
    view: 'anomalies',
    grain: 'day',
    measure,
    ...narrowingOf(query),
    asOf,
  } as const;
  const unusual = await unusualBuckets(forecast, context);
  if (!unusual) return { events: [] };
  const events = unusual.rows.map(({ time, timeEnd, title, text, tags, start }) => {
    const others = tags.filter((tag) => tag !== 'anomaly');
    return { id: `anomaly-${measure}-${start}`, time, timeEnd, title, text, tags: ['anomaly', ...others] };
  });
  return { events, notices: unusual.expected.notices };
}
