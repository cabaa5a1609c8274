import { COHORT_MEASURES, type CohortMeasure } from '@contract';

export const VIEWS = ['map', 'table'] as const;
export type View = (typeof VIEWS)[number];

/** What can be set for the panel. */
export interface CohortsOptions {
  /** The customers behind what is chosen. */
  showList: boolean;
  /** How many customers the list holds. */
  rows: number;
  /** Address that a customer's id leads to, with `${__value}` where the id goes; empty: nowhere. */
  customerLink: string;
  /** What is shown first; viewers can switch. */
  view: View;
  measure: CohortMeasure;
  showLegend: boolean;
  /** The sentence above the picture. */
  showSummary: boolean;
  /** The dashboard variable that takes the first day of a chosen cohort; empty: nothing can be chosen. */
  cohortVariable: string;
  /** The one that takes the first day of the chosen period; empty: whole cohorts are chosen. */
  periodVariable: string;
}

export const MOST_ROWS = 10_000;

export const DEFAULT_OPTIONS: CohortsOptions = {
  showList: true,
  rows: 100,
  customerLink: '',
  view: 'map',
  measure: 'retention',
  showLegend: true,
  showSummary: true,
  cohortVariable: 'cohort',
  periodVariable: 'cohort_period',
};

/** Options as they were saved, by whichever version, with the default for everything that is absent or not known. */
export function readOptions(saved: Partial<Record<keyof CohortsOptions, unknown>> | undefined): CohortsOptions {
  const { view, measure, ...rest } = saved ?? {};
  return {
    showList: flag(rest.showList, DEFAULT_OPTIONS.showList),
    rows: isCount(rest.rows) ? rest.rows : DEFAULT_OPTIONS.rows,
    customerLink: name(rest.customerLink, DEFAULT_OPTIONS.customerLink),
    view: VIEWS.find((known) => known === view) ?? DEFAULT_OPTIONS.view,
    measure: COHORT_MEASURES.find((known) => known === measure) ?? DEFAULT_OPTIONS.measure,
    showLegend: flag(rest.showLegend, DEFAULT_OPTIONS.showLegend),
    showSummary: flag(rest.showSummary, DEFAULT_OPTIONS.showSummary),
    cohortVariable: name(rest.cohortVariable, DEFAULT_OPTIONS.cohortVariable),
    periodVariable: name(rest.periodVariable, DEFAULT_OPTIONS.periodVariable),
  };
}

const flag = (value: unknown, fallback: boolean): boolean => (typeof value === 'boolean' ? value : fallback);
const name = (value: unknown, fallback: string): string => (typeof value === 'string' ? value.trim() : fallback);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_ROWS;
