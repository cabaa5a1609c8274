/** What `GET /api/status` answers: which data is served, how fresh it is, or how far its building has come. */
export interface WarehouseStatus {
  state: 'ready' | 'building' | 'failed';
  /** While building: the step that runs and the share done, 0 to 1. */
  progress?: { step: string; share: number };
  /** The last failure, with what to do; the last good generation keeps serving. */
  error?: string;
  generation?: GenerationSummary;
}

export interface GenerationSummary {
  id: string;
  /** RFC 3339. */
  builtAt: string;
  /** True: generated sample data, not a shop's own. */
  sample: boolean;
  /** Where the CSV files lay. */
  source: string;
  /** The days on which there are purchases, `YYYY-MM-DD`. */
  firstDay: string;
  lastDay: string;
  /** The days of regular trade: see warehouse/calendar. */
  regularFirstDay: string;
  regularLastDay: string;
  all: Totals;
  /** Orders that are neither canceled nor unavailable. */
  purchases: Totals;
  rowsRead: number;
  rowsRejected: number;
}

export interface Totals {
  orders: number;
  customers: number;
  payments: number;
}
