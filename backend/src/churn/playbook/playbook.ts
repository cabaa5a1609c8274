import {
  RISK_BANDS,
  SEGMENTS,
  STATUSES,
  type Language,
  type RiskBand,
  type Segment,
  type Status,
} from '../../contract';
import { FEATURE_SPECS } from '../features/feature-specs';
import type { FeatureGroup, FeatureUnit } from '../features/spec';

/** Figures that a rule can set bounds for, and how they are written. */
export const FIGURES = {
  value_if_returns: 'money',
  recency_days: 'days',
  frequency: 'count',
  monetary: 'money',
  relative_odds: 'number',
  delay_days: 'days',
  review_score: 'stars',
  overdue_orders: 'count',
  failed_payments: 'count',
  support_tickets: 'count',
} as const satisfies Record<string, FeatureUnit>;
export type Figure = keyof typeof FIGURES;

export const CHANNELS = ['phone', 'email', 'app', 'post', 'ads', 'none'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What may stand in a rule's conditions on words. */
export const CHOICES = {
  segment: SEGMENTS,
  band: RISK_BANDS,
  status: STATUSES,
  reason: [...new Set<string>(FEATURE_SPECS.flatMap(({ key, group }) => [group, key]))],
} as const satisfies Record<string, readonly string[]>;
export type Choice = keyof typeof CHOICES;

/** Both ends included. */
export interface Bounds {
  min: number;
  max: number;
}

export interface PlaybookRule {
  rule: string;
  /** One of the words of each list. */
  choices: ReadonlyMap<Choice, readonly string[]>;
  bounds: ReadonlyMap<Figure, Bounds>;
  title: string;
  detail: string;
  channel: Channel;
  /** Part of the retention budget, 0 to 1. */
  budgetShare?: number;
}

/** Rules in order; the first that fits counts, and the last fits everyone. */
export interface Playbook {
  rules: readonly PlaybookRule[];
}

/** What the rules look at. Figures that are absent or no numbers are unknown: no bounds fit them. */
export interface PlaybookCustomer {
  segment: Segment;
  band: RiskBand;
  status: Status;
  figures: Readonly<Partial<Record<Figure, number>>>;
  /** What lowers the chance of coming back, see `topReasons`. */
  reasons: readonly { feature: string; group: FeatureGroup }[];
  /** In which figures and segments are written; absent: English. */
  language?: Language;
}
