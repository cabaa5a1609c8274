import { addDays, DAY_MS, dayOf, MAX_HORIZON_DAYS, startOf, type AnnotationsQuery } from '../../contract';
import type { QueryContext } from '../context';
import { calendarOf } from '../forecast/holidays';
import { longDay } from '../wording';
import type { Told } from './event';

type Context = Pick<QueryContext, 'asked' | 'generation' | 'settings'>;

/**
 * The holidays of the shop's country inside the time range, as far as there is data or a forecast for them to bend: a
 * range of a thousand years would else take a minute to tell.
 */
export async function holidayEvents(_query: AnnotationsQuery, { asked, generation, settings }: Context): Promise<Told> {
  const { firstDay, lastDay } = generation;
  const lastForecast = addDays(lastDay, MAX_HORIZON_DAYS);
  const from = Math.max(asked.from, startOf(firstDay));
  const to = Math.min(asked.to, startOf(lastForecast) + DAY_MS - 1);
  const { country, between, notices } = await calendarOf(settings.country);
  if (from > to) {
    const text = `Holidays are told from ${longDay(firstDay)} to ${longDay(lastForecast)}, as far as there are data and forecasts.`;
    return { events: [], notices: [{ severity: 'info', text }] };
  }
  const events = between(dayOf(from), dayOf(to)).map(({ day, name }) => ({
    id: `holiday-${day}-${name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-')}`,
    time: startOf(day),
    timeEnd: startOf(day) + DAY_MS - 1,
    title: name,
    text: `Holiday in ${country ?? settings.country}, ${longDay(day)}.`,
    tags: ['holiday', country ?? settings.country],
  }));
  return { events, notices };
}
