import { COHORT_MEASURES, type CohortMeasure } from '@contract';
import { countBetween, flag, oneOf, savedOptions, text } from '../../components/panel/savedOptions';

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
  const read = savedOptions(saved, DEFAULT_OPTIONS);
  return {
    showList: read('showList', flag),
    rows: read('rows', countBetween(1, MOST_ROWS)),
    customerLink: read('customerLink', text),
    view: read('view', oneOf(VIEWS)),
    measure: read('measure', oneOf(COHORT_MEASURES)),
    showLegend: read('showLegend', flag),
    showSummary: read('showSummary', flag),
    cohortVariable: read('cohortVariable', text),
    periodVariable: read('periodVariable', text),
  };
}
