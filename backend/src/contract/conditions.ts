/** How a number may be compared. */
export const COMPARISONS = ['=', '!=', '>', '>=', '<', '<='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A condition on a number of a row, such as `monetary >= 500`. */
export interface NumberCondition<Field extends string = string> {
  field: Field;
  operator: Comparison;
  value: number;
}

/** Most conditions of one query; all of them must hold. */
export const MAX_CONDITIONS = 20;

/** What the rows of `customers` can be narrowed by. */
export const CUSTOMER_NUMBERS = [
  'recency_days',
  'frequency',
  'monetary',
  'recency_score',
  'frequency_score',
  'monetary_score',
] as const;
export type CustomerNumber = (typeof CUSTOMER_NUMBERS)[number];

/** What the rows of `churn_scores` can be narrowed by. */
export const SCORE_NUMBERS = [
  'churn_probability',
  'relative_odds',
  'revenue_at_risk',
  'expected_revenue',
  'recency_days',
  'frequency',
  'monetary',
  'value_if_returns',
] as const;
export type ScoreNumber = (typeof SCORE_NUMBERS)[number];
