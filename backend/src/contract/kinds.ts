import { ALERT_KINDS } from './alerts/kinds';
import { ANNOTATION_KINDS } from './annotations/kinds';
import { BASE_KINDS } from './base/kinds';
import { CHURN_KINDS } from './churn/kinds';
import { FORECAST_KINDS } from './forecast/kinds';
import { OPERATIONS_KINDS } from './operations/kinds';
import { SQL_KINDS } from './sql/kinds';

/** The query kinds: a closed set. Each names what it answers, its parameters and its result. */
export const QUERY_KINDS = [
  'headline',
  'kpis',
  'sales',
  'breakdown',
  'rfm_segments',
  'customers',
  'values',
  ...CHURN_KINDS,
  ...FORECAST_KINDS,
  ...BASE_KINDS,
  ...OPERATIONS_KINDS,
  ...ANNOTATION_KINDS,
  ...ALERT_KINDS,
  ...SQL_KINDS,
] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

export const SALES_MEASURES = ['revenue', 'orders', 'customers'] as const;
export type SalesMeasure = (typeof SALES_MEASURES)[number];

export const KPI_KEYS = [
  'revenue',
  'orders',
  'active_customers',
  'average_order_value',
  'repeat_purchase_rate',
  'churned_share',
  'review_score',
  'on_time_share',
] as const;
export type KpiKey = (typeof KPI_KEYS)[number];

export const DIMENSIONS = ['state', 'city', 'category', 'payment_type', 'seller'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const SALES_DIMENSIONS = ['state', 'category', 'payment_type'] as const;
export type SalesDimension = (typeof SALES_DIMENSIONS)[number];

/** What the rows of a breakdown can be sorted by: the measure, or the name of the dimension's value. */
export const BREAKDOWN_SORTS = ['value', 'name'] as const;
export type BreakdownSort = (typeof BREAKDOWN_SORTS)[number];

/** Closed lists of values that parameters take, so that the readers of a dashboard can choose a measure or a grain. */
export const VALUE_LISTS = [
  'sales_measure',
  'key_figure',
  'breakdown_dimension',
  'grain',
  'segment_measure',
  'risk_measure',
  'forecast_model',
  'status',
] as const;
export type ValueList = (typeof VALUE_LISTS)[number];

export const VALUE_DIMENSIONS = [
  'state',
  'city',
  'category',
  'payment_type',
  'seller',
  'segment',
  'band',
  'customer',
  ...VALUE_LISTS,
] as const;
export type ValueDimension = (typeof VALUE_DIMENSIONS)[number];

/** Whether values are those of all time, or those that occur in the time range. */
export const VALUE_SCOPES = ['all_time', 'time_range'] as const;
export type ValueScope = (typeof VALUE_SCOPES)[number];

/** What a headline can speak of. */
export const HEADLINE_TOPICS = ['sales', 'risk', 'model', 'forecast', 'segments', 'places', 'operations'] as const;
export type HeadlineTopic = (typeof HEADLINE_TOPICS)[number];

export const GRAINS = ['auto', 'day', 'week', 'month'] as const;
export type Grain = (typeof GRAINS)[number];

export const SEGMENT_MEASURES = [
  'customers',
  'customer_share',
  'revenue',
  'revenue_share',
  'churned_share',
  'mean_recency_days',
  'mean_frequency',
  'mean_monetary',
] as const;
export type SegmentMeasure = (typeof SEGMENT_MEASURES)[number];

export const CUSTOMER_SORTS = [
  'customer',
  'state',
  'last_order',
  'recency_days',
  'frequency',
  'monetary',
  'segment',
  'status',
] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

export const STATUSES = ['active', 'churned'] as const;
export type Status = (typeof STATUSES)[number];
