/** The query kinds about how the customer base came to be what it is. */
export const BASE_KINDS = ['cohorts', 'lifecycle', 'segment_moves'] as const;

export const COHORT_PERIODS = ['month', 'week'] as const;
export type CohortPeriod = (typeof COHORT_PERIODS)[number];

export const COHORT_MEASURES = ['retention', 'customers', 'revenue'] as const;
export type CohortMeasure = (typeof COHORT_MEASURES)[number];

/** What `lifecycle` counts in each step of time. */
export const LIFECYCLE_STAGES = ['new', 'returning', 'reactivated', 'dormant'] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

/** Where `segment_moves` lets customers come from who had not bought anything before. */
export const NOT_YET = 'Not yet a customer';
