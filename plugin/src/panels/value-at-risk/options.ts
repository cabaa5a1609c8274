import { countBetween, flag, oneOf, savedOptions, text } from '../../components/panel/savedOptions';

export const VIEWS = ['matrix', 'table'] as const;
export type View = (typeof VIEWS)[number];

export const MEASURES = ['atRisk', 'customers', 'revenue'] as const;
export type Measure = (typeof MEASURES)[number];

/** What can be set for the panel. */
export interface ValueOptions {
  /** What is shown first; viewers can switch. */
  view: View;
  /** What the large number of a cell and its colour stand for. */
  measure: Measure;
  /** The sentence that names the cell to act on first. */
  showSummary: boolean;
  /** The customers of the chosen cell; of the one to act on first while none is chosen. */
  showList: boolean;
  /** How many customers the list holds. */
  rows: number;
  /** Dashboard variables that take the chosen class of value and band; empty: nothing can be chosen. */
  valueVariable: string;
  bandVariable: string;
  /** Address that a customer's id leads to, with `${__value}` where the id goes; empty: nowhere. */
  customerLink: string;
}

export const MOST_ROWS = 1_000;

export const DEFAULT_OPTIONS: ValueOptions = {
  view: 'matrix',
  measure: 'atRisk',
  showSummary: true,
  showList: true,
  rows: 100,
  valueVariable: 'value_class',
  bandVariable: 'value_band',
  customerLink: '',
};

/** Options as they were saved, by whichever version, with the default for everything that is absent or not known. */
export function readOptions(saved: Partial<Record<keyof ValueOptions, unknown>> | undefined): ValueOptions {
  const read = savedOptions(saved, DEFAULT_OPTIONS);
  return {
    view: read('view', oneOf(VIEWS)),
    measure: read('measure', oneOf(MEASURES)),
    showSummary: read('showSummary', flag),
    showList: read('showList', flag),
    rows: read('rows', countBetween(1, MOST_ROWS)),
    valueVariable: read('valueVariable', text),
    bandVariable: read('bandVariable', text),
    customerLink: read('customerLink', text),
  };
}
