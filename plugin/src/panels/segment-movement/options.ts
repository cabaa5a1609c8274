import { MOVES, type Move } from '@contract';

export const VIEWS = ['flow', 'table'] as const;
export type View = (typeof VIEWS)[number];

/** Whom the panel counts: everybody, or those who moved in one way. */
export const LENSES = ['all', ...MOVES] as const;
export type Lens = 'all' | Move;

/** What can be set for the panel. */
export interface MovementOptions {
  /** What is shown first; viewers can switch. */
  view: View;
  /** Whom it counts at first; viewers can switch. */
  lens: Lens;
  /** The sentence above the picture. */
  showSummary: boolean;
  /** The customers behind what is chosen. */
  showList: boolean;
  /** How many customers the list holds. */
  rows: number;
  /** Dashboard variables that take the chosen segments then and now; empty: nothing can be chosen. */
  fromVariable: string;
  toVariable: string;
  /** Address that a customer's id leads to, with `${__value}` where the id goes; empty: nowhere. */
  customerLink: string;
}

export const MOST_ROWS = 10_000;

export const DEFAULT_OPTIONS: MovementOptions = {
  view: 'flow',
  lens: 'all',
  showSummary: true,
  showList: true,
  rows: 100,
  fromVariable: 'moved_from',
  toVariable: 'moved_to',
  customerLink: '',
};

/** Options as they were saved, by whichever version, with the default for everything that is absent or not known. */
export function readOptions(saved: Partial<Record<keyof MovementOptions, unknown>> | undefined): MovementOptions {
  const { view, lens, rows, ...rest } = saved ?? {};
  const flag = (value: unknown, fallback: boolean): boolean => (typeof value === 'boolean' ? value : fallback);
  const text = (value: unknown, fallback: string): string => (typeof value === 'string' ? value.trim() : fallback);
  return {
    view: VIEWS.find((known) => known === view) ?? DEFAULT_OPTIONS.view,
    lens: LENSES.find((known) => known === lens) ?? DEFAULT_OPTIONS.lens,
    showSummary: flag(rest.showSummary, DEFAULT_OPTIONS.showSummary),
    showList: flag(rest.showList, DEFAULT_OPTIONS.showList),
    rows: isCount(rows) ? rows : DEFAULT_OPTIONS.rows,
    fromVariable: text(rest.fromVariable, DEFAULT_OPTIONS.fromVariable),
    toVariable: text(rest.toVariable, DEFAULT_OPTIONS.toVariable),
    customerLink: text(rest.customerLink, DEFAULT_OPTIONS.customerLink),
  };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_ROWS;
