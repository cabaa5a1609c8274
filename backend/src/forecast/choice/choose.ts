import type { PathTable } from '../backtest/paths';
import { pathOf } from '../backtest/paths';
import { errorSums, seasonalScale } from '../backtest/metrics';
import { meanPath, type Candidate } from './candidates';

/** Forecasts are compared over so many days at most, whatever horizon is asked, so that all horizons agree. */
const JUDGED_DAYS = 90;
/** Less than a week of outcomes says nothing about a forecast. */
const FEWEST_DAYS = 7;

/** The path of a candidate at an origin, where all its models made one. */
export function candidatePath(paths: PathTable, candidate: Candidate, origin: number): Float64Array | undefined {
  const parts = candidate.map((model) => pathOf(paths, model, origin));
  return parts.every((part) => part !== undefined) ? meanPath(parts) : undefined;
}

/**
 * The candidate that forecast best before an origin: least mean scaled error over the earlier origins, of which only
 * days before this one count. A candidate must have a path at this origin. The order of the candidates breaks ties, and
 * decides where there is no past to judge by.
 *
 * @param origins earlier ones are compared; others are not looked at
 * @param known days whose values may be used
 */
export function choose(
  values: Float64Array,
  paths: PathTable,
  candidates: readonly Candidate[],
  origins: readonly number[],
  known: number,
): Candidate | undefined {
  const able = candidates.filter((candidate) => candidatePath(paths, candidate, known) !== undefined);
  const judged = origins.filter((origin) => origin + FEWEST_DAYS <= known);
  let best = able[0];
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of able) {
    const error = meanError(values, paths, candidate, judged, known);
    if (error < least) [best, least] = [candidate, error];
  }
  return best;
}

/** Infinite when the candidate has no path at one of the origins. */
function meanError(
  values: Float64Array,
  paths: PathTable,
  candidate: Candidate,
  origins: readonly number[],
  known: number,
): number {
  let sum = 0;
  for (const origin of origins) {
    const path = candidatePath(paths, candidate, origin);
    if (!path) return Number.POSITIVE_INFINITY;
    const days = Math.min(JUDGED_DAYS, path.length, known - origin);
    const scale = seasonalScale(values, origin) || 1;
    sum += errorSums(values, origin, path, days).absolute / days / scale;
  }
  return sum / (origins.length || Number.NaN);
}
