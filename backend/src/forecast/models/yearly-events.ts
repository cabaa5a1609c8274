import { addDays } from '../../contract';
import { holidaysBetween } from '../holidays';

/** Days after Black Friday on which its sale still runs. */
const SALE_DAYS = 4;
/** From two days before Christmas Eve to New Year's Day. */
const CHRISTMAS_DAYS = 11;

export type YearlyEvent = 'black friday' | 'sale' | 'christmas';

/** Days on which a shop sells unlike the rest of the year. */
export interface EventDays {
  kind: YearlyEvent;
  /** `YYYY-MM-DD` */
  first: string;
  days: number;
}

/**
 * Black Friday, the days after it and the week of Christmas that touch the days from `from` to `to` (`YYYY-MM-DD`, both
 * included), in order of time.
 *
 * @throws ForecastError when the country's holidays are not known
 */
export function yearlyEvents(country: string, from: string, to: string): EventDays[] {
  // A sale or a Christmas week may have begun a little before the first day, or begin after its days of the last.
  return holidaysBetween(country, addDays(from, -CHRISTMAS_DAYS), addDays(to, 3))
    .flatMap(({ day, name }): EventDays[] => {
      if (name === 'Christmas Day') return [{ kind: 'christmas', first: addDays(day, -3), days: CHRISTMAS_DAYS }];
      if (name !== 'Black Friday') return [];
      return [
        { kind: 'black friday', first: day, days: 1 },
        { kind: 'sale', first: addDays(day, 1), days: SALE_DAYS },
      ];
    })
    .filter(({ first, days }) => first <= to && addDays(first, days - 1) >= from);
}
