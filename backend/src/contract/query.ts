import type { AlertQuery } from './alerts/query';
import type { AnnotationsQuery } from './annotations/query';
import type { BaseQuery, Moved, PastNarrowing } from './base/query';
import type { ChurnQuery } from './churn/query';
import type { ForecastQuery } from './forecast/query';
import type { CustomerNumber, NumberCondition } from './conditions';
import type {
  BreakdownSort,
  CustomerSort,
  Dimension,
  Grain,
  HeadlineTopic,
  KpiKey,
  SalesDimension,
  SalesMeasure,
  SegmentMeasure,
  Status,
  ValueDimension,
  ValueScope,
} from './kinds';
import type { OperationsQuery } from './operations/query';
import type { QueryBase } from './query-base';
import type { SqlQuery } from './sql/query';

/** The one sentence that says what matters, computed from the data: one row, one text field. */
export interface HeadlineQuery extends QueryBase {
  kind: 'headline';
  /** What it speaks of: sales unless said otherwise. */
  topic?: HeadlineTopic;
}

/** The eight key figures. `trend`: their path from the period before to now; else one row per figure. */
export interface KpisQuery extends QueryBase {
  kind: 'kpis';
  measures?: KpiKey[];
  trend?: boolean;
}

export interface SalesQuery extends QueryBase {
  kind: 'sales';
  measure?: SalesMeasure;
  grain?: Grain;
  by?: SalesDimension;
  /** With `by`: the largest so many values; the rest is summed as "Other". */
  limit?: number;
  /** Adds the series of the period of the same length before the range, moved onto it. */
  compare?: boolean;
}

export interface BreakdownQuery extends QueryBase {
  kind: 'breakdown';
  measure?: SalesMeasure;
  by?: Dimension;
  /** What the rows come in the order of: the measure unless said otherwise. */
  sort?: BreakdownSort;
  descending?: boolean;
  /** The largest so many values; sorted by value and ascending, the smallest. */
  limit?: number;
  /** Adds the columns `previous` and `change`: against the period of the same length before the range. */
  compare?: boolean;
}

/** Without `measure`: a table of all measures per segment. With it: one number per segment, for alert rules. */
export interface RfmSegmentsQuery extends QueryBase {
  kind: 'rfm_segments';
  measure?: SegmentMeasure;
  /** What the rows come in the order of; absent: segments from the best to the most endangered. */
  sort?: SegmentMeasure;
  descending?: boolean;
}

export interface CustomersQuery extends QueryBase, PastNarrowing, Moved {
  kind: 'customers';
  /** The whole customer id, or its beginning. */
  search?: string;
  status?: Status[];
  where?: NumberCondition<CustomerNumber>[];
  sort?: CustomerSort;
  descending?: boolean;
  limit?: number;
  offset?: number;
}

/** The values that a dimension takes, for dashboard variables. */
export interface ValuesQuery extends QueryBase {
  kind: 'values';
  dimension?: ValueDimension;
  /** Of all time unless said otherwise. */
  within?: ValueScope;
  /** Values that hold this text, in small or capital letters; customers whose id begins with it. */
  search?: string;
  /** The most frequent so many; of customers those who have paid most. */
  limit?: number;
}

export type ChurnwatchQuery =
  | HeadlineQuery
  | KpisQuery
  | SalesQuery
  | BreakdownQuery
  | RfmSegmentsQuery
  | CustomersQuery
  | ValuesQuery
  | ChurnQuery
  | ForecastQuery
  | BaseQuery
  | OperationsQuery
  | AnnotationsQuery
  | AlertQuery
  | SqlQuery;
