/** The query kind about the service itself: how fresh its data is, how it was loaded, and how its queries fare. */
export const OPERATIONS_KINDS = ['operations'] as const;

/** What `operations` can show, one frame each: see query.ts. */
export const OPERATIONS_VIEWS = ['figures', 'queries', 'history', 'load'] as const;
export type OperationsView = (typeof OPERATIONS_VIEWS)[number];

export const OPERATIONS_FIGURES = [
  'data_age_hours',
  'days_since_purchase',
  'rejected_share',
  'model_age_hours',
  'queries',
  'failed_share',
  'prediction_failed_share',
  'query_p95_seconds',
  'event_lag_seconds',
  'events_waiting',
  'events_per_second',
  'dead_letters',
  'webhooks_waiting',
  'webhooks_given_up',
  'webhooks_newly_given_up',
] as const;
export type OperationsFigure = (typeof OPERATIONS_FIGURES)[number];
