import type { RiskBand } from '@contract';
import type { LinkModel } from '@grafana/data';

/** A score with what surrounds it; null where the answer does not say. Probabilities from 0 to 1, money in reais. */
export interface Score {
  churn: number;
  /** The average churn probability. */
  baseRate: number;
  /** Churn probability at which the high band begins. */
  highFrom: number;
  /** Churn probability at which the low band ends. */
  lowTo: number;
  band: RiskBand;
  /** Odds of coming back as a multiple of the average's. */
  odds: number;
  horizonDays: number | null;
  valueIfReturns: number | null;
  expectedRevenue: number | null;
  revenueAtRisk: number | null;
  action: string;
  actionDetail: string;
  actionRule: string;
  sentence: string;
}

export const FIGURES = ['recency_days', 'frequency', 'monetary'] as const;
export type Figure = (typeof FIGURES)[number];

/** One of R, F and M: the customer's value, and the shares (0 to 1) of customers who do worse. */
export interface Standing {
  value: number | null;
  amongAll: number | null;
  inSegment: number | null;
}

export interface Customer {
  id: string;
  state: string;
  city: string;
  segment: string;
  status: string;
  tenureDays: number | null;
  /** In ms. */
  firstOrder: number | null;
  lastOrder: number | null;
  standing: Record<Figure, Standing>;
  links: LinkModel[];
}

/** What one feature adds to the average customer's churn probability. */
export interface Reason {
  feature: string;
  label: string;
  unit: string;
  value: number | null;
  typical: number | null;
  contribution: number;
  sentence: string;
  changeable: boolean;
  min: number | null;
  max: number | null;
  step: number | null;
}

export interface Reasons {
  /** The average customer's churn probability, from which the contributions start. */
  base: number;
  /** The heaviest first. */
  rows: Reason[];
}

export interface Bucket {
  from: number;
  to: number;
  customers: number;
  own: boolean;
}

export interface HistoryPoint {
  /** In ms. */
  time: number;
  churn: number;
  baseRate: number | null;
}

export interface Order {
  /** In ms. */
  time: number;
  id: string;
  status: string;
  /** The same as the reader knows it. */
  statusText: string;
  value: number | null;
  items: number | null;
  /** As the reader knows them, with commas between. */
  categories: string;
  /** In ms. */
  delivered: number | null;
  daysLate: number | null;
  reviewScore: number | null;
}

/** What a what-if starts from. */
export interface Before {
  churn: number;
  band: RiskBand;
}

/** All that the answer says of one score. */
export interface ScoreModel {
  score: Score;
  /** Absent for a customer that is described by features alone. */
  customer?: Customer;
  /** Present in the answer to a what-if. */
  before?: Before;
  reasons?: Reasons;
  histograms: Partial<Record<Figure, Bucket[]>>;
  history: HistoryPoint[];
  orders: Order[];
  /** `YYYY-MM-DD`. */
  asOf?: string;
}

/** One customer of the list. */
export interface ScoreRow {
  /** Its row in the answer. */
  index: number;
  customer: string;
  band: RiskBand | null;
  churn: number;
  odds: number | null;
  revenueAtRisk: number | null;
  expectedRevenue: number | null;
  segment: string;
  recencyDays: number | null;
  reason: string;
  action: string;
  links: LinkModel[];
}

/** What a panel's frames hold. */
export type Reading<Model> =
  { state: 'ready'; model: Model } | { state: 'empty' } | { state: 'missing'; frame: string; fields: string[] };
