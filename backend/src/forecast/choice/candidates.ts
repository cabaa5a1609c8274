import type { ForecastModelKey } from '../../contract';

/** What can be chosen: a model, or the mean of several. */
export type Candidate = readonly ForecastModelKey[];

/** Models that are there to be compared with; a mean with them would be no model. */
export const BASELINES: readonly ForecastModelKey[] = ['seasonal_naive', 'last_year'];

/** Every model alone, and each pair of those that are more than a baseline. */
export function candidatesOf(models: readonly ForecastModelKey[]): Candidate[] {
  const real = models.filter((model) => !BASELINES.includes(model));
  const pairs = real.flatMap((one, i) => real.slice(i + 1).map((other): Candidate => [one, other]));
  return [...models.map((model): Candidate => [model]), ...pairs];
}

/** The mean of the paths of a candidate's models. */
export function meanPath(paths: readonly Float64Array[]): Float64Array {
  if (paths.length === 1) return paths[0]!;
  return paths[0]!.map((_, lead) => paths.reduce((sum, path) => sum + path[lead]!, 0) / paths.length);
}
