/** So many days must be known before the first origin: enough for three weekday values. */
const FIRST_ORIGIN_DAYS = 21;
/** Cheap models forecast from about so many origins: enough to tell the tails of their errors. */
const CHEAP_ORIGINS = 60;
/**
 * All models forecast from four origins at most, as some take long: two months apart, so that they span most of a year,
 * or nearer where the history is short.
 */
const SPACINGS = [
  { spacing: 60, first: 90 },
  { spacing: 30, first: 60 },
  { spacing: 7, first: 28 },
];
const MOST_JUDGED = 4;
const FEWEST_JUDGED = 3;

/** Origins of the backtest, ascending; each number says how many days of the series are known there. */
export interface Origins {
  /** Where cheap models forecast; the judged ones are among them. */
  cheap: number[];
  /** Where all models forecast: these are compared and judged. */
  judged: number[];
}

/** Spaces origins through the past of a series of so many days, counted back from its end. */
export function spaceOrigins(days: number): Origins {
  const tried = SPACINGS.map((spacing) => spaced(days, spacing));
  const judged = tried.find((origins) => origins.length >= FEWEST_JUDGED) ?? tried.at(-1)!;
  const cheap = new Set(judged);
  const step = Math.max(1, Math.ceil((days - FIRST_ORIGIN_DAYS) / CHEAP_ORIGINS));
  for (let origin = days - 1; origin >= FIRST_ORIGIN_DAYS; origin -= step) cheap.add(origin);
  return { cheap: [...cheap].sort((a, b) => a - b), judged };
}

function spaced(days: number, { spacing, first }: (typeof SPACINGS)[number]): number[] {
  const origins = Array.from({ length: MOST_JUDGED }, (_, i) => days - (MOST_JUDGED - i) * spacing);
  return origins.filter((origin) => origin >= first);
}
