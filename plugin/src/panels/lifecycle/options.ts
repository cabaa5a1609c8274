import { countBetween, flag, oneOf, savedOptions, text } from '../../components/panel/savedOptions';

export const VIEWS = ['chart', 'table'] as const;
export type View = (typeof VIEWS)[number];

/** What can be set for the panel. */
export interface LifecycleOptions {
  /** The customers behind what is chosen. */
  showList: boolean;
  /** How many customers the list holds. */
  rows: number;
  /** Address that a customer's id leads to, with `${__value}` where the id goes; empty: nowhere. */
  customerLink: string;
  /** What is shown first; viewers can switch. */
  view: View;
  /** The figures below the bars, where they fit. */
  showFigures: boolean;
  showLegend: boolean;
  /** The sentence above the picture. */
  showSummary: boolean;
  /** The dashboard variable that takes the chosen stage; empty: nothing can be chosen. */
  stageVariable: string;
  /** The one that takes the first day of the chosen month or week. */
  periodVariable: string;
}

export const MOST_ROWS = 10_000;

export const DEFAULT_OPTIONS: LifecycleOptions = {
  showList: true,
  rows: 100,
  customerLink: '',
  view: 'chart',
  showFigures: true,
  showLegend: true,
  showSummary: true,
  stageVariable: 'stage',
  periodVariable: 'stage_period',
};

/** Options as they were saved, by whichever version, with the default for everything that is absent or not known. */
export function readOptions(saved: Partial<Record<keyof LifecycleOptions, unknown>> | undefined): LifecycleOptions {
  const read = savedOptions(saved, DEFAULT_OPTIONS);
  return {
    showList: read('showList', flag),
    rows: read('rows', countBetween(1, MOST_ROWS)),
    customerLink: read('customerLink', text),
    view: read('view', oneOf(VIEWS)),
    showFigures: read('showFigures', flag),
    showLegend: read('showLegend', flag),
    showSummary: read('showSummary', flag),
    stageVariable: read('stageVariable', text),
    periodVariable: read('periodVariable', text),
  };
}
