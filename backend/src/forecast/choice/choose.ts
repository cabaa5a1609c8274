import { errorSums, seasonalScale } from '../backtest/metrics';
import { pathOf, type PathTable } from '../backtest/paths';
import { isChoosable, meanPath, type Candidate } from './candidates';

/** Forecasts are compared over so many days at most, whatever horizon is asked, so that all horizons agree. */
const JUDGED_DAYS = 90;
/** Less than a week of outcomes says nothing about a forecast. */
const FEWEST_DAYS = 7;
/** Of fewer origins the best is the luckiest. */
const FEWEST_ORIGINS = 3;
/** Another candidate must be so much better than the usual one: of smaller differences most are chance. */
const CLEARLY_BETTER = 0.9;
/** The choice where the history is too short or too sparse for one. */
const PLAIN: readonly Candidate[] = [['profile'], ['seasonal_naive']];

/** The path of a candidate at an origin, where all its models made one. */
export function candidatePath(paths: PathTable, candidate: Candidate, origin: number): Float64Array | undefined {
  const parts = candidate.map((model) => pathOf(paths, model, origin));
  return parts.every((part) => part !== undefined) ? meanPath(parts) : undefined;
}

/**
 * The candidate to forecast with at an origin, by what was known there: the first one, which is usually best, unless
 * another was better at every earlier origin, and by a tenth in all. (Taking whoever was best, without such a margin,
 * made forecasts of the Olist shop worse.)
 *
 * @param candidates the usual one first
 * @param origins earlier ones are compared, over the days before this one; others are not looked at
 * @param known the origin: days whose values may be used
 */
export function choose(
  values: Float64Array,
  paths: PathTable,
  candidates: readonly Candidate[],
  origins: readonly number[],
  known: number,
): Candidate | undefined {
  const able = (some: readonly Candidate[]): Candidate[] =>
    some.filter((candidate) => candidatePath(paths, candidate, known) !== undefined);
  if (candidates.length > 1 && !isChoosable(values, known)) return able(PLAIN)[0];
  const [usual, ...others] = able(candidates);
  const judged = origins.filter((origin) => origin + FEWEST_DAYS <= known);
  if (!usual || judged.length < FEWEST_ORIGINS) return usual;
  const errors = scaledErrors(values, paths, usual, judged, known);
  let best = usual;
  let least = CLEARLY_BETTER * sumOf(errors);
  for (const other of others) {
    const its = scaledErrors(values, paths, other, judged, known);
    if (its.every((error, i) => error < errors[i]!) && sumOf(its) < least) [best, least] = [other, sumOf(its)];
  }
  return best;
}

/** The mean absolute error at each origin over its scale; infinite where the candidate has no path. */
export function scaledErrors(
  values: Float64Array,
  paths: PathTable,
  candidate: Candidate,
  origins: readonly number[],
  known: number,
): number[] {
  return origins.map((origin) => {
    const path = candidatePath(paths, candidate, origin);
    if (!path) return Number.POSITIVE_INFINITY;
    const days = Math.min(JUDGED_DAYS, path.length, known - origin);
    return errorSums(values, origin, path, days).absolute / days / (seasonalScale(values, origin) || 1);
  });
}

function sumOf(errors: readonly number[]): number {
  return errors.reduce((sum, error) => sum + error, 0);
}
