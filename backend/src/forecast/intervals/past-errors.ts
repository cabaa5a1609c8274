import type { Outliers } from './conformal';
import { unitOf, yardstickAt, type Yardstick } from './yardstick';

/** An error of half the weight happened so many days earlier. */
const HALF_WEIGHT_DAYS = 90;

/** Consecutive days after an origin, counted from 1, both ends included. */
export interface Leads {
  from: number;
  to: number;
}

/** Errors, smallest first. */
export interface SortedErrors {
  /** In units of their yardsticks. */
  sizes: Float64Array;
  /** In proportion: the later an error happened, the more it weighs. */
  weights: Float64Array;
  /** So many days of the series must be known for the error to be. */
  knownAt: Int32Array;
}

/** Forecasts of the past beside what happened, ready for sums over any days. */
export class PastErrors {
  private readonly actual: Float64Array;
  private readonly forecasts: { origin: number; sums: Float64Array; yardstick: Yardstick }[];
  private readonly kept = new Map<string, SortedErrors>();

  /**
   * @param values of the series
   * @param paths forecasts by origin (days known)
   * @param outliers what becomes of errors that are out of the ordinary
   */
  constructor(
    values: Float64Array,
    paths: ReadonlyMap<number, Float64Array>,
    readonly outliers: Outliers = 'kept',
  ) {
    this.actual = runningSums(values);
    this.forecasts = [...paths].map(([origin, path]) => ({
      origin,
      sums: runningSums(path),
      yardstick: yardstickAt(values, origin, outliers),
    }));
  }

  /** The errors of sums over each of the `leads`, of all forecasts whose outcome is in the series. */
  ofSums(leads: readonly Leads[]): SortedErrors {
    return this.keep(leads.map(({ from, to }) => `${from}-${to}`).join(' '), leads);
  }

  /** The errors of each of the days in `leads`. */
  ofDays({ from, to }: Leads): SortedErrors {
    const days = Array.from({ length: to - from + 1 }, (_, i) => ({ from: from + i, to: from + i }));
    return this.keep(`${from}, ... ${to}`, days);
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

  private keep(key: string, parts: readonly Leads[]): SortedErrors {
    const errors = this.kept.get(key) ?? this.sorted(parts);
    this.kept.set(key, errors);
    return errors;
  }

  private sorted(parts: readonly Leads[]): SortedErrors {
    const errors: { size: number; knownAt: number }[] = [];
    for (const { from, to } of parts) {
      for (const { origin, sums, yardstick } of this.forecasts) {
        if (origin + to >= this.actual.length || to >= sums.length) continue;
        const expected = sums[to]! - sums[from - 1]!;
        const happened = this.actual[origin + to]! - this.actual[origin + from - 1]!;
        const size = Math.abs(happened - expected) / unitOf(yardstick, expected, to - from + 1);
        errors.push({ size, knownAt: origin + to });
      }
    }
    errors.sort((a, b) => a.size - b.size || a.knownAt - b.knownAt);
    const last = this.actual.length - 1;
    return {
      sizes: Float64Array.from(errors, ({ size }) => size),
      weights: Float64Array.from(errors, ({ knownAt }) => 0.5 ** ((last - knownAt) / HALF_WEIGHT_DAYS)),
      knownAt: Int32Array.from(errors, ({ knownAt }) => knownAt),
    };
  }
}

/** The sum of the first i values at position i. */
export function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}
