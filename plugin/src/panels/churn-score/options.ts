import { DEFAULT_REASON_COUNT } from '@contract';
import { countBetween, oneOf, savedOptions, text, type Reading } from '../../components/panel/savedOptions';

export const MODES = ['auto', 'detail', 'list'] as const;
export type Mode = (typeof MODES)[number];

/** Parts of the view of one customer, in the order in which they are offered. */
export const SECTIONS = ['scale', 'reasons', 'action', 'value', 'rfm', 'whatif', 'history', 'orders'] as const;
export type Section = (typeof SECTIONS)[number];

/** What can be set for the panel. */
export interface ChurnScoreOptions {
  /** One customer or a list; automatic: whichever the answer holds. */
  mode: Mode;
  /** Parts of the view of one customer that are shown. */
  sections: Section[];
  /** How many features are shown one by one; the rest is summed as "All others". */
  reasonCount: number;
  /** Address that a customer's id leads to, with `${__value}` where the id goes; empty: the field's own links alone. */
  customerLink: string;
}

export const MOST_REASONS = 20;

export const DEFAULT_OPTIONS: ChurnScoreOptions = {
  mode: 'auto',
  sections: [...SECTIONS],
  reasonCount: DEFAULT_REASON_COUNT,
  customerLink: '',
};

/** Options as they were saved, by whichever version, with the default for everything that is absent or not known. */
export function readOptions(saved: Partial<Record<keyof ChurnScoreOptions, unknown>> | undefined): ChurnScoreOptions {
  const read = savedOptions(saved, DEFAULT_OPTIONS);
  return {
    mode: read('mode', oneOf(MODES)),
    sections: read('sections', sectionsOf),
    reasonCount: read('reasonCount', countBetween(1, MOST_REASONS)),
    customerLink: read('customerLink', text),
  };
}

const sectionsOf: Reading<Section[]> = (value) =>
  Array.isArray(value) ? SECTIONS.filter((known) => value.includes(known)) : undefined;
