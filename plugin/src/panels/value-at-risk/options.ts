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
  const { view, measure, rows, ...rest } = saved ?? {};
  const flag = (value: unknown, fallback: boolean): boolean => (typeof value === 'boolean' ? value : fallback);
  const text = (value: unknown, fallback: string): string => (typeof value === 'string' ? value.trim() : fallback);
  return {
    view: VIEWS.find((known) => known === view) ?? DEFAULT_OPTIONS.view,
    measure: MEASURES.find((known) => known === measure) ?? DEFAULT_OPTIONS.measure,
    showSummary: flag(rest.showSummary, DEFAULT_OPTIONS.showSummary),
    showList: flag(rest.showList, DEFAULT_OPTIONS.showList),
    rows: isCount(rows) ? rows : DEFAULT_OPTIONS.rows,
    valueVariable: text(rest.valueVariable, DEFAULT_OPTIONS.valueVariable),
    bandVariable: text(rest.bandVariable, DEFAULT_OPTIONS.bandVariable),
    customerLink: text(rest.customerLink, DEFAULT_OPTIONS.customerLink),
  };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_ROWS;
