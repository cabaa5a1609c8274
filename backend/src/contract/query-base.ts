import type { RiskBand } from './churn/bands';
import type { Language } from './language';
import type { Segment } from './segments';

/** Values by dimension. An absent or empty list says nothing about its dimension. */
export interface Filters {
  /** Two-letter state of the customer's address, e.g. `SP`. */
  state?: string[];
  /** Product category, in English where the shop has a translation. */
  category?: string[];
  payment_type?: string[];
  /** RFM segment at the as-of date. */
  segment?: Segment[];
  /** Risk band at the as-of date. */
  band?: RiskBand[];
}

/** What is counted: of each dimension the values to keep and the values to leave out. All of them must hold. */
export interface Narrowing {
  /** Is one of these values. */
  filters?: Filters;
  /** Is none of these values. */
  exclude?: Filters;
}

/** What a query is narrowed to, without the rest of it. */
export const narrowingOf = ({ filters, exclude }: Narrowing): Narrowing => ({ filters, exclude });

/** What every kind takes. */
export interface QueryBase extends Narrowing {
  /** Overrides the as-of date (a day, `YYYY-MM-DD`), which is otherwise the end of the time range. */
  asOf?: string;
  /** Language of sentences and display names: English unless said otherwise. */
  language?: Language;
  /** Only the frame of this name, where the answer has several. */
  frame?: string;
}
