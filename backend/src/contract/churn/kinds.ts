/** The query kinds about churn. */
export const CHURN_KINDS = [
  'churn_scores',
  'churn_score',
  'what_if',
  'risk_summary',
  'risk_history',
  'score_distribution',
  'value_at_risk',
  'risk_watch',
  'model_quality',
] as const;

export const SCORE_SORTS = [
  'revenue_at_risk',
  'churn_probability',
  'expected_revenue',
  'recency_days',
  'frequency',
  'monetary',
  'last_order',
  'segment',
  'state',
  'customer',
] as const;
export type ScoreSort = (typeof SCORE_SORTS)[number];

export const RISK_DIMENSIONS = ['segment', 'state', 'band', 'city'] as const;
export type RiskDimension = (typeof RISK_DIMENSIONS)[number];

export const RISK_MEASURES = [
  'customers',
  'mean_churn_probability',
  'expected_returners',
  'high_risk_customers',
  'high_risk_share',
  'revenue_at_risk',
  'high_risk_revenue',
  'expected_revenue',
] as const;
export type RiskMeasure = (typeof RISK_MEASURES)[number];

/** What the groups of a risk summary can be sorted by: their name or a measure. */
export const RISK_SORTS = ['name', ...RISK_MEASURES] as const;
export type RiskSort = (typeof RISK_SORTS)[number];

/** What `model_quality` can show, one frame each. */
export const QUALITY_VIEWS = [
  'metrics',
  'facts',
  'folds',
  'calibration',
  'lift',
  'confusion',
  'importance',
  'drift',
  'comparison',
  'gates',
  'health',
  'figures',
] as const;
/** The numbers of the view `figures`. */
export const QUALITY_FIGURES = [
  'lift_at_10',
  'captured_at_10',
  'roc_auc',
  'expected_returners',
  'score_drift',
  'gates_failed',
] as const;
export type QualityFigure = (typeof QUALITY_FIGURES)[number];
export type QualityView = (typeof QUALITY_VIEWS)[number];

export const HISTORY_DIMENSIONS = ['segment', 'state', 'band'] as const;
export type HistoryDimension = (typeof HISTORY_DIMENSIONS)[number];

/** Classes of customers by what they are worth, from the most to the least. */
export const VALUE_CLASSES = ['high_value', 'medium_value', 'low_value'] as const;
export type ValueClass = (typeof VALUE_CLASSES)[number];

/** What a customer's worth is measured by: all that was paid up to the as-of date, or what an average return is worth. */
export const VALUE_BASES = ['monetary', 'value_if_returns'] as const;
export type ValueBasis = (typeof VALUE_BASES)[number];

/** Unless a query names amounts, high value begins with the top fifth of all customers, and low value is the lower half. */
export const VALUE_QUANTILES = { high: 0.8, medium: 0.5 } as const;

/** What a cell of value and risk can be asked for by itself. */
export const VALUE_AT_RISK_MEASURES = ['customers', 'revenue', 'revenue_at_risk', 'expected_revenue'] as const;
export type ValueAtRiskMeasure = (typeof VALUE_AT_RISK_MEASURES)[number];

/**
 * The numbers of `risk_watch`. `newly_`: of customers at high risk who were not so many days before. The change is relative
 * (0.1: a tenth more than then).
 */
export const RISK_WATCH_FIGURES = [
  'customers',
  'high_risk_share',
  'high_risk_customers',
  'high_risk_revenue',
  'newly_high_risk_customers',
  'newly_high_risk_revenue',
  'high_risk_revenue_change',
] as const;
export type RiskWatchFigure = (typeof RISK_WATCH_FIGURES)[number];

/** What `risk_watch` can give a number for each of; none: one for the whole shop. */
export const RISK_WATCH_DIMENSIONS = ['segment', 'state'] as const;
export type RiskWatchDimension = (typeof RISK_WATCH_DIMENSIONS)[number];

/** Days between the two that `risk_watch` compares, unless a query says otherwise. */
export const DEFAULT_WATCHED_DAYS = 30;
