import type { GenerationSummary, Totals } from '../contract';
import type { SourceTable } from './load/sources';

export interface RejectReason {
  reason: string;
  rows: number;
  /** Some of them, in the order of the file. */
  examples: { line: number | null; record: string; detail?: string }[];
}

export interface FileReport {
  table: SourceTable | 'customer_events';
  /** The file's name in the data folder; null when it is absent. Rows from elsewhere: e.g. "events: orders". */
  file: string | null;
  bytes: number;
  rowsRead: number;
  rowsLoaded: number;
  rowsRejected: number;
  rejects: RejectReason[];
  /** What to know about it: absent, partial, unusual values that were kept. */
  notes: string[];
}

/** What a build read, refused, counted and checked. */
export interface LoadReport {
  generation: GenerationSummary;
  files: FileReport[];
  /** Money and counts, of all orders and of purchases (orders neither canceled nor unavailable). */
  totals: { allOrders: Totals; purchases: Totals };
  /** Tests of the finished tables that passed. */
  checks: string[];
  steps: { step: string; ms: number }[];
}
