import { QueryError, isDay } from '../../../contract';

/**
 * A moment (ms since 1970-01-01 UTC) as a TIMESTAMP literal. It is made of a number, so nothing else can come in.
 *
 * @throws QueryError for a moment outside of the years 1 to 9999
 */
export function timestampLiteral(ms: number): string {
  const year = new Date(ms).getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new QueryError('The time range must lie in the years 1 to 9999.');
  return `TIMESTAMP '${new Date(ms).toISOString().replace('T', ' ').replace('Z', '')}'`;
}

/**
 * A day as a DATE literal.
 *
 * @throws QueryError for anything but a day `YYYY-MM-DD`
 */
export function dateLiteral(day: string): string {
  if (!isDay(day)) throw new QueryError('The as-of day must be a day of the calendar, written YYYY-MM-DD.');
  return `DATE '${day}'`;
}
