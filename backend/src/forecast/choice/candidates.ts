import type { ForecastModelKey } from '../../contract';

/** What can be chosen: a model, or the mean of several. */
export type Candidate = readonly ForecastModelKey[];

/** Models that are there to be compared with; a mean with them would be no model. */
export const BASELINES: readonly ForecastModelKey[] = ['seasonal_naive', 'last_year'];

/** Measured best on nearly every series tried: each makes up for the other's errors. */
const USUAL: Candidate = ['profile', 'prophet'];
/** From less, Prophet learns nothing that the profile does not know. */
const USUAL_FROM_DAYS = 84;
const SPARSE_WINDOW_DAYS = 112;

/** Every model alone, and each pair of those that are more than a baseline; the mean that is usually best comes first. */
export function candidatesOf(models: readonly ForecastModelKey[]): Candidate[] {
  const real = models.filter((model) => !BASELINES.includes(model));
  const pairs = real.flatMap((one, i) => real.slice(i + 1).map((other): Candidate => [one, other]));
  const all = [...models.map((model): Candidate => [model]), ...pairs];
  const isUsual = (candidate: Candidate): boolean =>
    candidate.length === USUAL.length && USUAL.every((model) => candidate.includes(model));
  return [...all.filter(isUsual), ...all.filter((candidate) => !isUsual(candidate))];
}

/**
 * Whether models other than the profile have something to say at an origin. Where nothing is sold on most days, absolute
 * errors praise whoever forecasts nothing, while the profile, a mean, gets the sum right.
 */
export function isChoosable(values: Float64Array, known: number): boolean {
  if (known < USUAL_FROM_DAYS) return false;
  const recent = values.slice(Math.max(0, known - SPARSE_WINDOW_DAYS), known).sort();
  return recent[Math.floor(recent.length / 2)]! > 0;
}

/** The mean of the paths of a candidate's models. */
export function meanPath(paths: readonly Float64Array[]): Float64Array {
  if (paths.length === 1) return paths[0]!;
  return paths[0]!.map((_, lead) => paths.reduce((sum, path) => sum + path[lead]!, 0) / paths.length);
}
