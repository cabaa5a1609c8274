import type { ProphetHoliday } from '@bsull/augurs/prophet';
import { DAY_MS, startOf } from '../../../contract';
import { holidaysBetween } from '../../holidays';
import { yearlyEvents } from '../yearly-events';

/** Standard deviation that an effect may have on logs; wide, as Black Friday sells six times an ordinary day. */
const PRIOR_SCALE = 10;
const GIFTS = /^(Mother|Father|Lovers|Valentine|Easter)/;
/** Days that belong to the yearly events. */
const OF_EVENTS = /^(Black Friday|Christmas|New Year)/;

/**
 * The days of a country, from `first` to `last` (`YYYY-MM-DD`), as Prophet takes them, with one effect for all of a kind:
 * public holidays, days of gifts, Black Friday, the days after it, and the week of Christmas. A single holiday a year
 * cannot be learnt from one year; all together can. Kinds without a day up to `known` are left out, as nothing can be
 * learnt of them.
 */
export function holidayRegressors(
  country: string,
  first: string,
  last: string,
  known: string,
): Map<string, ProphetHoliday> {
  const kinds = new Map<string, ProphetHoliday>();
  const add = (kind: string, day: string, days = 1) => {
    const start = startOf(day) / 1000;
    const holiday = kinds.get(kind) ?? { occurrences: [], priorScale: PRIOR_SCALE };
    holiday.occurrences.push({ start, end: start + (days * DAY_MS) / 1000 });
    kinds.set(kind, holiday);
  };
  for (const { day, name } of holidaysBetween(country, first, last))
    if (!OF_EVENTS.test(name)) add(GIFTS.test(name) ? 'gift' : 'public', day);
  for (const event of yearlyEvents(country, first, last)) add(event.kind, event.first, event.days);
  const from = startOf(first) / 1000;
  const to = startOf(known) / 1000;
  for (const [kind, { occurrences }] of kinds)
    if (!occurrences.some(({ start, end }) => start <= to && end > from)) kinds.delete(kind);
  return kinds;
}
