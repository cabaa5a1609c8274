import { addDays, type Notice } from '../../contract';
import { LONGEST_GAP_DAYS } from '../../warehouse/calendar';
import { longDay } from '../wording';
import type { ForecastContext } from './context';
import { daysBetween } from './grain';
import type { LearnedDays } from './learned-days';

/** Days in a row on which the shop sold nothing, both included. */
export interface Closure {
  first: string;
  last: string;
}

/** So many closures are told by their days, the latest; the others are counted. */
const TOLD = 3;

const DAYS_WITH_SALES = `SELECT day FROM dim_days
  WHERE orders > 0 AND day BETWEEN $first::DATE AND $last::DATE ORDER BY day`;

/** The closures of the whole shop within the days that are learned from: more than a week without any sale. */
export async function shopClosures(days: LearnedDays, { engine, signal }: ForecastContext): Promise<Closure[]> {
  const rows = await engine.rows(DAYS_WITH_SALES, { ...days }, signal);
  return closuresBetween(
    rows.map(({ day }) => String(day)),
    days,
  );
}

/** Where more than a week lies between days with sales, or between the latest and the end. */
export function closuresBetween(withSales: readonly string[], { last }: LearnedDays): Closure[] {
  return withSales.flatMap((day, i) => {
    const closure = { first: addDays(day, 1), last: addDays(withSales[i + 1] ?? addDays(last, 1), -1) };
    return daysBetween(closure.first, closure.last) > LONGEST_GAP_DAYS ? [closure] : [];
  });
}

/** Says that these days are learned as zeros. */
export function closureNotices(closures: readonly Closure[]): Notice[] {
  if (closures.length === 0) return [];
  const told = closures.slice(-TOLD).map(({ first, last }) => `from ${longDay(first)} to ${longDay(last)}`);
  const more = closures.length - told.length;
  const others = more === 0 ? '' : `, and ${more} more ${more === 1 ? 'time' : 'times'} before that`;
  return [{ severity: 'warning', text: `No sales at all ${told.join(', ')}${others}: these days count as zero.` }];
}
