import { MOVES, type Move } from '@contract';
import { countBetween, flag, oneOf, savedOptions, text } from '../../components/panel/savedOptions';

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
  const read = savedOptions(saved, DEFAULT_OPTIONS);
  return {
    view: read('view', oneOf(VIEWS)),
    lens: read('lens', oneOf(LENSES)),
    showSummary: read('showSummary', flag),
    showList: read('showList', flag),
    rows: read('rows', countBetween(1, MOST_ROWS)),
    fromVariable: read('fromVariable', text),
    toVariable: read('toVariable', text),
    customerLink: read('customerLink', text),
  };
}
