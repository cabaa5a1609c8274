import { dateOf, dayOf } from './dates';

/**
 * The days of the shop's history, shaped like Olist's: a few stray orders, an empty gap, regular trade, a drain at its
 * end, and scattered canceled orders up to the last day.
 */
export interface Period {
  /** Day of the first stray order. */
  firstDay: number;
  regularFirstDay: number;
  regularLastDay: number;
  /** Day of the last canceled order. */
  lastDay: number;
}

const LAST_DAY = dayOf(2018, 10, 17);
const REGULAR_LAST_DAY = dayOf(2018, 8, 28);
const STRAY_MONTHS = 4;

/** The period of so many calendar months; for 26, 2016-09-04 to 2018-10-17 with regular trade from 2017-01-05. */
export function periodOf(months: number): Period {
  const last = dateOf(LAST_DAY);
  const firstMonth = last.month - (months - 1);
  return {
    firstDay: dayOf(last.year, firstMonth, 4),
    regularFirstDay: dayOf(last.year, firstMonth + STRAY_MONTHS, 5),
    regularLastDay: REGULAR_LAST_DAY,
    lastDay: LAST_DAY,
  };
}
