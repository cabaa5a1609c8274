/** Days over which the level of a series is taken at an origin. */
const LEVEL_DAYS = 56;
/** Errors are measured against the forecast, but never against less than this share of the level. */
const LEAST_SHARE = 0.1;

/** Consecutive days after an origin, counted from 1, both ends included. */
export interface Leads {
  from: number;
  to: number;
}

/** Forecasts of the past beside what happened, ready for sums over any days. */
export class PastErrors {
  private readonly actual: Float64Array;
  private readonly forecasts: { origin: number; sums: Float64Array; least: number }[];

  /**
   * @param values of the series
   * @param paths forecasts by origin (days known)
   */
  constructor(values: Float64Array, paths: ReadonlyMap<number, Float64Array>) {
    this.actual = runningSums(values);
    this.forecasts = [...paths].map(([origin, path]) => ({
      origin,
      sums: runningSums(path),
      least: leastDaily(values, origin),
    }));
  }

  /**
   * Sizes of the errors of sums over `leads`, each as a share of its forecast, of all forecasts of which the outcome was
   * known after `known` days.
   */
  sizes({ from, to }: Leads, known: number): number[] {
    const sizes: number[] = [];
    for (const { origin, sums, least } of this.forecasts) {
      if (origin + to > known || to >= sums.length) continue;
      const expected = sums[to]! - sums[from - 1]!;
      const happened = this.actual[origin + to]! - this.actual[origin + from - 1]!;
      sizes.push(Math.abs(happened - expected) / (expected + least * (to - from + 1)));
    }
    return sizes;
  }

  /** Days between the first and the last origin whose outcome over `leads` was known after `known` days, and those leads. */
  span({ from, to }: Leads, known: number): number {
    const origins = this.forecasts.filter(({ origin }) => origin + to <= known).map(({ origin }) => origin);
    return origins.length === 0 ? 0 : Math.max(...origins) - Math.min(...origins) + to - from + 1;
  }

  /** The longest lead at which at least `fewest` forecasts have met their outcome after `known` days; 0 when none. */
  reach(known: number, fewest: number): number {
    const leads = this.forecasts
      .map(({ origin, sums }) => Math.min(known - origin, sums.length - 1))
      .filter((lead) => lead > 0)
      .sort((a, b) => b - a);
    return leads[Math.min(fewest, leads.length) - 1] ?? 0;
  }
}

/** What a day's forecast counts at least, for an error's share. */
export function leastDaily(values: Float64Array, origin: number): number {
  const days = values.subarray(Math.max(0, origin - LEVEL_DAYS), origin);
  return (LEAST_SHARE * days.reduce((sum, value) => sum + value, 0)) / (days.length || 1);
}

/** The sum of the first i values at position i. */
export function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}
