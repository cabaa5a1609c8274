import { DAY_MS, isDay, startOf } from '../../../contract';

/** A day or a moment that somebody wrote. */
export interface Moment {
  /** First and last ms. */
  first: number;
  last: number;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
/** Years whose every day fits into 64 bits of nanoseconds, as frames hold times. */
const [FIRST_YEAR, LAST_YEAR] = [1678, 2261];

/** The day (`YYYY-MM-DD`, in UTC) or moment (RFC 3339) in a text; undefined where it is neither. */
export function momentIn(text: string): Moment | undefined {
  const day = isDay(text) ? text : MOMENT.exec(text)?.[1];
  if (day === undefined || !isDay(day)) return undefined;
  const year = Number(day.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  if (day === text) return { first: startOf(day), last: startOf(day) + DAY_MS - 1 };
  const moment = Date.parse(text.replace(' ', 'T'));
  return { first: moment, last: moment };
}
