import { countPerBin, DriftError, type DriftReference } from './reference';

export const DRIFT_LEVELS = ['stable', 'moderate', 'large'] as const;
export type DriftLevel = (typeof DRIFT_LEVELS)[number];

/** From here on drift is moderate: look why. */
export const MODERATE_DRIFT = 0.1;
/** From here on drift is large: train again. */
export const LARGE_DRIFT = 0.25;

export interface Drift {
  /** Population stability index; 0 when nothing has changed. */
  psi: number;
  level: DriftLevel;
}

/**
 * Population stability index between training and now: the sum over bins of (now - then) * ln(now / then), with the
 * usual levels (N. Siddiqi, "Credit Risk Scorecards", 2006). Every bin gets half a customer on top (Jeffreys), so that
 * an empty one gives a large number and not infinity.
 *
 * @param values NaN where not known
 * @throws DriftError without any values
 */
export function compareWithReference(reference: DriftReference, values: Float64Array): Drift {
  if (values.length === 0) throw new DriftError('There are no customers to compare with training.');
  const then = shares(reference.counts);
  const now = shares(countPerBin(reference.edges, values));
  const psi = then.reduce((sum, share, bin) => sum + (now[bin]! - share) * Math.log(now[bin]! / share), 0);
  return { psi, level: driftLevel(psi) };
}

/** The level of a population stability index. */
export function driftLevel(psi: number): DriftLevel {
  if (psi < MODERATE_DRIFT) return 'stable';
  return psi < LARGE_DRIFT ? 'moderate' : 'large';
}

function shares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0) + counts.length / 2;
  return counts.map((count) => (count + 0.5) / total);
}
