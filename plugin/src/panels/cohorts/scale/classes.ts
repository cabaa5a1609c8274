import type { CohortMeasure } from '@contract';
import type { CohortCell, CohortsModel } from '../data/model';

/** The classes into which a colour scale puts values: class 0 holds what is above 0 and up to the first bound. */
export interface Classes {
  /** Upper bounds, ascending; what lies above the last one is in a class of its own. */
  bounds: number[];
}

/** Colours that the eye can still tell apart. */
export const MOST_CLASSES = 6;

/** This share of the customers is in cohorts whose values the scale tells apart; a small cohort's jumps do not stretch it. */
const COVERED = 0.97;
const STEPS = [1, 2, 2.5, 5, 10];

export const valueOf = (cell: Pick<CohortCell, CohortMeasure>, measure: CohortMeasure): number => cell[measure];

/**
 * Classes of equal width, with round bounds, over the values of all periods after the first one, in which every cohort is
 * whole. Zero is in none of them. Counts and money are in the cohort's own size, shares weigh as much as the cohort is large:
 * one customer out of one who came back must not make all other cells look alike.
 */
export function classesOf({ cohorts }: CohortsModel, measure: CohortMeasure): Classes {
  const values = cohorts.flatMap(({ customers, cells }) =>
    cells
      .filter(({ period }) => period > 0)
      .map((cell) => ({ value: valueOf(cell, measure), weight: measure === 'retention' ? customers : 1 }))
      .filter(({ value }) => value > 0),
  );
  const top = quantile(values, COVERED);
  if (top <= 0) return { bounds: [] };
  const step = niceStep(top / MOST_CLASSES, measure === 'customers');
  const count = Math.min(MOST_CLASSES - 1, Math.max(1, Math.ceil(top / step - 1e-9) - 1));
  return { bounds: Array.from({ length: count }, (_, index) => Number(((index + 1) * step).toPrecision(12))) };
}

/** The class of a value, or undefined for nothing. */
export function classOf(value: number, { bounds }: Classes): number | undefined {
  if (value <= 0) return undefined;
  const found = bounds.findIndex((bound) => value <= bound);
  return found < 0 ? bounds.length : found;
}

function quantile(values: { value: number; weight: number }[], share: number): number {
  const sorted = values.toSorted((one, other) => one.value - other.value);
  const wanted = share * sorted.reduce((sum, { weight }) => sum + weight, 0);
  let seen = 0;
  for (const { value, weight } of sorted) {
    seen += weight;
    if (seen >= wanted) return value;
  }
  return 0;
}

/** The smallest round number that is at least as large. */
function niceStep(least: number, whole: boolean): number {
  if (whole && least <= 1) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const found = STEPS.find(
    (one) => one * magnitude >= least * (1 - 1e-9) && (!whole || Number.isInteger(one * magnitude)),
  );
  return (found ?? 10) * magnitude;
}
