import type { CohortMeasure, CohortPeriod } from '@contract';
import type { LinkModel } from '@grafana/data';

/** What a cohort did in one period since its first purchase. */
export interface CohortCell {
  /** Periods since the first purchase; 0: that of the first purchase. */
  period: number;
  /** First day of the period, `YYYY-MM-DD`. */
  day: string;
  /** Customers who purchased in it. */
  customers: number;
  /** Their share of the cohort, 0 to 1. */
  retention: number;
  /** What they paid in it, in reais. */
  revenue: number;
  /** False while the period still runs at the as-of date. */
  complete: boolean;
  /** Row of the answer. */
  row: number;
}

/** The customers who first purchased in one period. */
export interface Cohort {
  /** First day of that period, `YYYY-MM-DD`. */
  day: string;
  customers: number;
  /** Without gaps, from period 0. */
  cells: CohortCell[];
}

/** All cohorts together in one period since; only those whose period is over count. */
export interface Together {
  period: number;
  /** Customers of those cohorts. */
  of: number;
  customers: number;
  retention: number;
  revenue: number;
}

export interface CohortsModel {
  grain: CohortPeriod;
  /** From the earliest. */
  cohorts: Cohort[];
  /** From period 0. */
  together: Together[];
  /** Most periods of a cohort. */
  periods: number;
  /** The last day that the answer knows of, `YYYY-MM-DD`, where it says so. */
  asOf?: string;
  /** Data links of a measure's field in a row of the answer. */
  linksOf: (measure: CohortMeasure, row: number) => LinkModel[];
}

/** What a panel's frames hold. */
export type CohortsReading =
  { state: 'ready'; model: CohortsModel } | { state: 'empty' } | { state: 'missing'; fields: string[] };
