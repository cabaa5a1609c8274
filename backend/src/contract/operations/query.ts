import type { QueryBase } from '../query-base';
import type { OperationsFigure, OperationsView } from './kinds';

/**
 * Figures of the service itself, never kept: each answer is of its moment.
 *
 * - figures: numeric-wide, one row: every figure, or the one named, for alert rules. Figures of queries are of the last
 *   `minutes`; one that cannot be known (no query was asked, no model serves, no events are
 *   taken, no webhooks are set) is null. webhooks_newly_given_up is a number for each receiver, with its name as label.
 * - queries: a row per kind asked in the last `minutes`: kind, queries, failed, mean_seconds, p50_seconds, p95_seconds,
 *   slowest_seconds
 * - history: timeseries-wide, a point per minute of the last `minutes`: queries, failed, p95_seconds (null in a minute
 *   without a query)
 * - load: a row per file of the generation that serves: file, table_name, rows_read, rows_loaded, rows_rejected, bytes,
 *   notes
 */
export interface OperationsQuery extends QueryBase {
  kind: 'operations';
  filters?: undefined;
  view?: OperationsView;
  figure?: OperationsFigure;
  minutes?: number;
}
