import type { CohortPeriod, LifecycleStage } from '@contract';
import type { LinkModel } from '@grafana/data';

/** One month or week. */
export interface Step {
  /** Its first day, `YYYY-MM-DD`. */
  day: string;
  /** Customers by what they did in it. */
  counts: Record<LifecycleStage, number>;
  /** By how many the active customers became more: new and reactivated ones less those who went dormant. */
  net: number;
  /** False while it still runs at the as-of date. */
  complete: boolean;
  /** Row of the answer. */
  row: number;
}

export interface LifecycleModel {
  grain: CohortPeriod;
  /** Ascending. */
  steps: Step[];
  totals: Record<LifecycleStage, number>;
  net: number;
  /** The last day that the answer knows of, `YYYY-MM-DD`, where it says so. */
  asOf?: string;
  /** Data links of a stage's field in a row of the answer. */
  linksOf: (stage: LifecycleStage, row: number) => LinkModel[];
}

/** What a panel's frames hold. */
export type LifecycleReading =
  { state: 'ready'; model: LifecycleModel } | { state: 'empty' } | { state: 'missing'; fields: string[] };
