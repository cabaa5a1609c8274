/** Days and seconds are counted from 1970-01-01 00:00:00; the shop's clock knows no time zones. */
export const DAY_SECONDS = 86_400;

const TWO_DIGITS = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const dayTexts = new Map<number, string>();

/** The day number of a date; `month` counts from 1, and days beyond the month's end run on into the next. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / (DAY_SECONDS * 1000));
}

export function dayOfSecond(second: number): number {
  return Math.floor(second / DAY_SECONDS);
}

/** Year, month (1 to 12) and day of month of a day number. */
export function dateOf(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * DAY_SECONDS * 1000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** `2017-11-24`. */
export function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    const { year, month, date } = dateOf(day);
    text = `${year}-${TWO_DIGITS[month] ?? ''}-${TWO_DIGITS[date] ?? ''}`;
    dayTexts.set(day, text);
  }
  return text;
}

/** `2017-11-24 09:05:00`, or nothing for an absent time. */
export function timeText(second: number | null): string {
  if (second === null) return '';
  const day = dayOfSecond(second);
  const rest = second - day * DAY_SECONDS;
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor(rest / 60) % 60;
  return `${dayText(day)} ${TWO_DIGITS[hours] ?? ''}:${TWO_DIGITS[minutes] ?? ''}:${TWO_DIGITS[rest % 60] ?? ''}`;
}

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher's rule). */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The `nth` given weekday (0 for Monday) of a month, e.g. the second Sunday of May. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}
