import type { GenerationSummary, Notice } from '../../contract';
import { longDay } from '../wording';

type Days = Pick<GenerationSummary, 'firstDay' | 'regularFirstDay' | 'regularLastDay'>;

/** The days that forecasts learn from, both included. */
export interface LearnedDays {
  first: string;
  last: string;
}

/**
 * Forecasts learn from the first day of regular trade (see warehouse/calendar: an export's thin beginning would pass for
 * a season or a rise) to the as-of date. As of a day before regular trade there is nothing but the thin beginning.
 */
export function learnedDays(asOf: string, { firstDay, regularFirstDay }: Days): LearnedDays {
  return { first: asOf >= regularFirstDay ? regularFirstDay : firstDay, last: asOf };
}

/** Says which days forecasts learned from, and when these do not show the shop as it was. */
export function learnedNotices({ first, last }: LearnedDays, { firstDay, regularLastDay }: Days): Notice[] {
  const leftOut = first > firstDay ? '; the few sales before regular trade began are left out' : '';
  const learned: Notice = { severity: 'info', text: `Learned from ${longDay(first)} to ${longDay(last)}${leftOut}.` };
  if (last <= regularLastDay) return [learned];
  const drained: Notice = {
    severity: 'warning',
    text:
      `Regular trade ended on ${longDay(regularLastDay)}: a forecast as of ${longDay(last)} takes the few sales since for ` +
      `the shop’s present. End the time range on ${longDay(regularLastDay)} or before.`,
  };
  return [learned, drained];
}
