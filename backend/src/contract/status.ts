import type { EventsStatus } from './events/status';
import type { KafkaStatus } from './kafka/status';
import type { Text } from './language';

/** What `GET /api/status` answers: which data is served, how fresh it is, or how far its building has come. */
export interface WarehouseStatus {
  state: 'ready' | 'building' | 'failed';
  /** While building. */
  progress?: WorkProgress;
  /** The last failure, with what to do; the last good generation keeps serving. */
  error?: string;
  generation?: GenerationSummary;
  model?: ModelStatus;
  /** How the taking of events fares; absent where nobody looks after them. */
  events?: EventsStatus;
  /** How reading events from Kafka fares; absent where no brokers are set. */
  kafka?: Omit<KafkaStatus, 'partitions'>;
  /** Present only while the audit log has trouble: why it cannot be written, and how many entries wait or were lost. */
  audit?: { error?: string; waiting: number; lost: number };
}

/** How far work in the background has come. */
export interface WorkProgress {
  /** The step that runs. */
  step: string;
  /** The share done, 0 to 1. */
  share: number;
  /** For how long it has been under way: tells slow work from work that hangs. */
  seconds?: number;
}

/** Which churn model serves, or how far the first one has come. */
export interface ModelStatus {
  /** `training`: none serves yet, but one is being trained; `none`: there is none, and `reason` says why. */
  state: 'ready' | 'training' | 'none';
  id?: string;
  algorithm?: string;
  /** RFC 3339. */
  trainedAt?: string;
  /** Scores are the probability of no purchase within so many days. */
  horizonDays?: number;
  /** ROC-AUC on customers and days that it had not seen. */
  rocAuc?: number;
  /** While one is being trained, also while an older one serves. */
  progress?: WorkProgress;
  /** Why there is no model, or no newer one. */
  reason?: string;
  /** The same in each language. */
  reasonIn?: Text;
}

export interface GenerationSummary {
  id: string;
  /** RFC 3339. */
  builtAt: string;
  /** True: generated sample data, not a shop's own. */
  sample: boolean;
  /** Where the CSV files lay. */
  source: string;
  /** A digest of their names, sizes and times of change; absent in generations of older versions. */
  files?: string;
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
