import { dateOf, dayOf, easterOf, nthWeekday, weekdayOf } from './dates';

const SUNDAY = 6;
const FRIDAY = 4;

/** Monday to Sunday: orders are placed on working days rather than at the week-end. */
const WEEKDAY = [1.14, 1.12, 1.12, 1.05, 0.97, 0.77, 0.83];
const MONTH = [1.0, 0.97, 1.03, 1.0, 1.08, 0.94, 0.96, 1.02, 0.97, 1.0, 1.1, 0.95];
/** From the day before Black Friday to ten days after it. */
const BLACK_FRIDAY = [1.35, 6.9, 2.9, 2.2, 1.75, 1.65, 1.4, 1.25, 1.3, 1.25, 1.2, 1.15];

/** Holidays on fixed dates, as month * 100 + day, with how they dampen trade. */
const FIXED_HOLIDAYS = new Map([
  [101, 0.6],
  [421, 0.88],
  [501, 0.85],
  [907, 0.88],
  [1012, 0.9],
  [1102, 0.85],
  [1115, 0.88],
  [1224, 0.5],
  [1225, 0.55],
  [1231, 0.55],
]);
/** Days after Easter Sunday: carnival Monday and Tuesday, Good Friday, Easter itself, Corpus Christi. */
const MOVING_HOLIDAYS = new Map([
  [-48, 0.8],
  [-47, 0.75],
  [-2, 0.75],
  [0, 0.8],
  [60, 0.85],
]);

/** How busy a day is compared with an average day, apart from the trend: week, year, holidays and Black Friday. */
export function seasonOf(day: number): number {
  const { year, month, date } = dateOf(day);
  return (
    (WEEKDAY[weekdayOf(day)] ?? 1) *
    yearFactor(day, year, month) *
    holidayFactor(day, year, month, date) *
    saleFactor(day, year)
  );
}

/** The Friday after the fourth Thursday of November. */
export function blackFridayOf(year: number): number {
  return nthWeekday(year, 11, FRIDAY - 1, 4) + 1;
}

/** Month factors, joined by straight lines from the middle of one month to the middle of the next. */
function yearFactor(day: number, year: number, month: number): number {
  const middle = dayOf(year, month, 15);
  const other = day < middle ? -1 : 1;
  const otherMiddle = dayOf(year, month + other, 15);
  const share = (day - middle) / (otherMiddle - middle);
  const here = MONTH[month - 1] ?? 1;
  const there = MONTH[(month - 1 + other + 12) % 12] ?? 1;
  return here + (there - here) * share;
}

function holidayFactor(day: number, year: number, month: number, date: number): number {
  const fixed = FIXED_HOLIDAYS.get(month * 100 + date) ?? 1;
  const moving = MOVING_HOLIDAYS.get(day - easterOf(year)) ?? 1;
  // Parcels ordered in the last week before Christmas would come too late.
  const tooLate = month === 12 && date >= 18 && date < 24 ? 0.75 : 1;
  return fixed * moving * tooLate;
}

function saleFactor(day: number, year: number): number {
  const sinceEve = day - blackFridayOf(year) + 1;
  const blackFriday = BLACK_FRIDAY[sinceEve] ?? 1;
  const toMothersDay = nthWeekday(year, 5, SUNDAY, 2) - day;
  const toFathersDay = nthWeekday(year, 8, SUNDAY, 2) - day;
  const mothers = toMothersDay >= 4 && toMothersDay <= 14 ? 1.14 : 1;
  const fathers = toFathersDay >= 4 && toFathersDay <= 12 ? 1.07 : 1;
  return blackFriday * mothers * fathers;
}
