import type { NumberCondition, ScoreNumber } from '../conditions';
import type { Status } from '../kinds';
import type { QueryBase } from '../query-base';
import type {
  HistoryDimension,
  QualityFigure,
  QualityView,
  RiskDimension,
  RiskMeasure,
  RiskSort,
  RiskWatchDimension,
  RiskWatchFigure,
  ScoreSort,
  ValueAtRiskMeasure,
  ValueBasis,
  ValueClass,
} from './kinds';

/** One row per customer: churn probability, band, value, main reason, recommended action. Filters include `band`. */
export interface ChurnScoresQuery extends QueryBase {
  kind: 'churn_scores';
  /** The whole customer id, or its beginning. */
  search?: string;
  status?: Status[];
  where?: NumberCondition<ScoreNumber>[];
  sort?: ScoreSort;
  descending?: boolean;
  limit?: number;
  offset?: number;
}

/** All that is known of one customer; the frames are listed in frames.ts. */
export interface ChurnScoreQuery extends QueryBase {
  kind: 'churn_score';
  /** The customer's id, whole or shortened; it must name one customer. Absent: no data. */
  customer?: string;
}

/** Values of features by key. */
export type FeatureValues = Readonly<Record<string, number>>;

/** A customer as it is, with some features changed; without `customer`: one described by `changes` alone. */
export interface WhatIfQuery extends QueryBase {
  kind: 'what_if';
  customer?: string;
  changes?: FeatureValues;
}

/** Without `measure`: a table of all measures per group. With it: one number per group, for alert rules. */
export interface RiskSummaryQuery extends QueryBase {
  kind: 'risk_summary';
  by?: RiskDimension;
  measure?: RiskMeasure;
  status?: Status[];
  /** What the rows come in the order of; absent: the measure, else revenue at risk. */
  sort?: RiskSort;
  descending?: boolean;
  /** The largest so many groups; sorted by a measure and ascending, the smallest. */
  limit?: number;
}

/** A measure at the ends of past months (and at the as-of date), scored with today's model. */
export interface RiskHistoryQuery extends QueryBase {
  kind: 'risk_history';
  measure?: RiskMeasure;
  by?: HistoryDimension;
  /** Without `by`: the series' name and colour say how the measure has changed since the month end before. */
  trend?: boolean;
  status?: Status[];
}

/** How many customers have which churn probability. */
export interface ScoreDistributionQuery extends QueryBase {
  kind: 'score_distribution';
  status?: Status[];
}

/**
 * Customers by what they are worth and by how likely they are to leave: a table, see VALUE_AT_RISK_COLUMNS. With `measure`
 * one number per cell, for alert rules.
 */
export interface ValueAtRiskQuery extends QueryBase {
  kind: 'value_at_risk';
  /** What they are worth by: what they have paid unless said otherwise. */
  value?: ValueBasis;
  /** High value from this amount upwards (R$); absent: the top fifth of all customers at the as-of date. */
  highFrom?: number;
  /** Medium value from this amount upwards (R$); absent: the upper half of all customers at the as-of date. */
  mediumFrom?: number;
  measure?: ValueAtRiskMeasure;
  status?: Status[];
}

/**
 * What alert rules watch: one number for the whole shop (numeric-wide), or per segment or state (numeric-long). With `texts`
 * numeric-long with the labels `top_reasons` and `top_customers`, see `WATCH_TEXT_COLUMNS`.
 */
export interface RiskWatchQuery extends QueryBase {
  kind: 'risk_watch';
  figure?: RiskWatchFigure;
  by?: RiskWatchDimension;
  /** Only customers of this class of value at the as-of date, by what they have paid; absent: all. */
  value?: ValueClass;
  /** What is new or has changed is so against so many days before the as-of date. */
  days?: number;
  /** True: who and why as labels, for the annotations of an alert; never in what the rule's condition is made of. */
  texts?: boolean;
  status?: Status[];
}

export interface ModelQualityQuery extends QueryBase {
  kind: 'model_quality';
  view?: QualityView;
  /** Of the view `figures` this one alone. */
  figure?: QualityFigure;
}

export type ChurnQuery =
  | ChurnScoresQuery
  | ChurnScoreQuery
  | WhatIfQuery
  | RiskSummaryQuery
  | RiskHistoryQuery
  | ScoreDistributionQuery
  | ValueAtRiskQuery
  | RiskWatchQuery
  | ModelQualityQuery;
