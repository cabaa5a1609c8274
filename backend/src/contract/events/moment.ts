const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const MOMENT = new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](${CLOCK}:[0-5]\\d(?:\\.\\d{1,9})?)([Zz]|[+-]${CLOCK})$`);

/**
 * Reads an RFC 3339 time with its offset.
 *
 * @returns ms since 1970-01-01 UTC, or undefined when it is none or names a day or an hour that does not exist
 */
export function eventTime(text: string): number | undefined {
  const [, year, month, day, clock, offset] = MOMENT.exec(text) ?? [];
  if (year === undefined) return undefined;
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day that does not exist, such as 30 February, becomes another one.
  if (midnight.getUTCMonth() + 1 !== Number(month) || midnight.getUTCDate() !== Number(day)) return undefined;
  return Date.parse(`${year}-${month}-${day}T${clock}${offset?.toUpperCase()}`);
}
