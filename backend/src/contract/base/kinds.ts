import { SEGMENTS } from '../segments';

/** The query kinds about how the customer base came to be what it is. */
export const BASE_KINDS = ['cohorts', 'lifecycle', 'segment_moves', 'geography'] as const;

export const COHORT_PERIODS = ['month', 'week'] as const;
export type CohortPeriod = (typeof COHORT_PERIODS)[number];

export const COHORT_MEASURES = ['retention', 'customers', 'revenue'] as const;
export type CohortMeasure = (typeof COHORT_MEASURES)[number];

/** What `lifecycle` counts in each step of time. */
export const LIFECYCLE_STAGES = ['new', 'returning', 'reactivated', 'dormant'] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

/** The single series that `lifecycle` can be asked for, for alert rules. */
export const LIFECYCLE_FIGURES = ['churn_rate'] as const;
export type LifecycleFigure = (typeof LIFECYCLE_FIGURES)[number];

/**
 * One place for the colours of the stages: of Okabe and Ito's palette, told apart by colour-blind readers, dormant being
 * that of high risk. Never the only mark: each stage has its own place in a picture, and its name.
 */
export const LIFECYCLE_COLORS: Record<LifecycleStage, string> = {
  new: '#0072b2',
  returning: '#56b4e9',
  reactivated: '#e6b800',
  dormant: '#d55e00',
};

/** What a list of customers can be narrowed to their having done in a step of time: any purchase, or a stage of `lifecycle`. */
export const ACTIVITIES = ['purchased', ...LIFECYCLE_STAGES] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** Where `segment_moves` lets customers come from who had not bought anything before. */
export const NOT_YET = 'Not yet a customer';

/** How customers can have moved between two days. Everybody is one of the first four; some have gone or come back besides. */
export const MOVES = ['stayed', 'up', 'down', 'new', 'gone', 'back'] as const;
export type Move = (typeof MOVES)[number];

/** Where customers can have been before: a segment, or nowhere yet. */
export const MOVED_FROM = [...SEGMENTS, NOT_YET] as const;
export type MovedFrom = (typeof MOVED_FROM)[number];

/** Days between the two, unless a query says otherwise. */
export const DEFAULT_MOVED_DAYS = 90;

/** What a row of `geography` stands for. */
export const GEOGRAPHY_LEVELS = ['state', 'city'] as const;
export type GeographyLevel = (typeof GEOGRAPHY_LEVELS)[number];

/** The figures of a place: its sales in the time range, then its customers as of the day and their churn risk. */
export const GEOGRAPHY_MEASURES = [
  'revenue',
  'orders',
  'customers',
  'customer_base',
  'churned_share',
  'high_risk_customers',
  'high_risk_share',
  'high_risk_revenue',
] as const;
export type GeographyMeasure = (typeof GEOGRAPHY_MEASURES)[number];
