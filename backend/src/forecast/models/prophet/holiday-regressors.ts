import type { ProphetHoliday } from '@bsull/augurs/prophet';
import { addDays, DAY_MS, startOf } from '../../../contract';
import { holidaysBetween } from '../../holidays';

/** Standard deviation that an effect may have on logs; wide, as Black Friday sells six times an ordinary day. */
const PRIOR_SCALE = 10;
/** Days after Black Friday on which its sale still runs. */
const SALE_DAYS = 4;
/** From two days before Christmas Eve to New Year's Day. */
const CHRISTMAS_DAYS = 11;

const GIFTS = /^(Mother|Father|Lovers|Valentine|Easter)/;
const CHRISTMAS = /^(Christmas|New Year)/;

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
  // A sale or a Christmas week may have begun a little before the first day, or begin after its days of the last.
  for (const { day, name } of holidaysBetween(country, addDays(first, -CHRISTMAS_DAYS), addDays(last, 2))) {
    if (name === 'Black Friday') {
      add('black friday', day);
      add('sale', addDays(day, 1), SALE_DAYS);
    } else if (CHRISTMAS.test(name)) {
      if (name === 'Christmas Day') add('christmas', addDays(day, -3), CHRISTMAS_DAYS);
    } else add(GIFTS.test(name) ? 'gift' : 'public', day);
  }
  const from = startOf(first) / 1000;
  const to = startOf(known) / 1000;
  for (const [kind, { occurrences }] of kinds)
    if (!occurrences.some(({ start, end }) => start <= to && end > from)) kinds.delete(kind);
  return kinds;
}
