import type { RiskBand } from './churn/bands';
import type { Segment } from './segments';

/** Filters that every kind takes. An absent or empty list keeps everything. */
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

export interface QueryBase {
  filters?: Filters;
  /** Overrides the as-of date (a day, `YYYY-MM-DD`), which is otherwise the end of the time range. */
  asOf?: string;
}
