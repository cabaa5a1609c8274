/** So many days must be known before the first origin: enough for three weekday values. */
const FIRST_ORIGIN_DAYS = 21;
/** Cheap models forecast from about so many origins: enough to tell the tails of their errors. */
const CHEAP_ORIGINS = 60;
/** All models forecast from few origins, a month apart, so that each month is judged once at 30 days. */
const MONTHLY = { spacing: 30, most: 8, first: 90 };
/** A short history has no months to judge; its last weeks must do. */
const WEEKLY = { spacing: 7, most: 8, first: 28 };
const FEWEST_MONTHS = 3;

/** Origins of the backtest, ascending; each number says how many days of the series are known there. */
export interface Origins {
  /** Where cheap models forecast; the judged ones are among them. */
  cheap: number[];
  /** Where all models forecast: these are compared and judged. */
  judged: number[];
}

/** Spaces origins through the past of a series of so many days, counted back from its end. */
export function spaceOrigins(days: number): Origins {
  const monthly = spaced(days, MONTHLY);
  const judged = monthly.length >= FEWEST_MONTHS ? monthly : spaced(days, WEEKLY);
  const cheap = new Set(judged);
  const step = Math.max(1, Math.ceil((days - FIRST_ORIGIN_DAYS) / CHEAP_ORIGINS));
  for (let origin = days - 1; origin >= FIRST_ORIGIN_DAYS; origin -= step) cheap.add(origin);
  return { cheap: [...cheap].sort((a, b) => a - b), judged };
}

function spaced(days: number, { spacing, most, first }: typeof MONTHLY): number[] {
  const origins = Array.from({ length: most }, (_, i) => days - (most - i) * spacing);
  return origins.filter((origin) => origin >= first);
}
