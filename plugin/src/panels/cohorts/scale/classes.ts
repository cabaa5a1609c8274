import { heatScale, MOST_HEAT_CLASSES, heatClassOf, type CohortMeasure, type HeatScale } from '@contract';
import type { CohortCell, CohortsModel } from '../data/model';

export type Classes = HeatScale;

export const MOST_CLASSES = MOST_HEAT_CLASSES;

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
      .map((cell) => ({ value: valueOf(cell, measure), weight: measure === 'retention' ? customers : 1 })),
  );
  return heatScale(values, measure === 'customers');
}

/** The class of a value, or undefined for nothing. */
export const classOf = heatClassOf;
