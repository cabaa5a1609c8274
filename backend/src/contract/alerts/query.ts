import type { QueryBase } from '../query-base';
import type { AlertFigure, AlertSort, AlertStatsView } from './kinds';
import type { WarningState } from './states';

/**
 * One row per early warning: table `alerts`, columns in frames.ts. A warning is of the time range when it was made in it,
 * or when the day of data that it knows of lies in it. Filters: state, segment and band. Customers who are left alone
 * for comparison are never listed.
 */
export interface AlertsQuery extends QueryBase {
  kind: 'alerts';
  /** Absent or empty: all. */
  warning_state?: WarningState[];
  owner?: string;
  /** In place of the time range: all that were made on this day (`YYYY-MM-DD`) or later. */
  since?: string;
  /** The whole customer id, or its beginning. */
  search?: string;
  sort?: AlertSort;
  descending?: boolean;
  limit?: number;
  offset?: number;
  /** Panels ask again by themselves whenever a warning is made or changed. The answer is the same. */
  live?: boolean;
}

/**
 * How early warnings are worked on and what they bring.
 *
 * - figures: numeric-wide, one row: every figure, or the one named by `measure`, for alert rules. `open_warnings`,
 *   `unacknowledged_warnings` and `new_today` are of now, the others of the warnings of the time range; what cannot be
 *   known yet is null.
 * - history: timeseries-wide, a point per day: warnings, acted, revenue_at_risk
 * - read_out: a row per group (acted, shown, held_out) and per comparison with those held out, see READ_OUT_COLUMNS
 */
export interface AlertStatsQuery extends QueryBase {
  kind: 'alert_stats';
  view?: AlertStatsView;
  measure?: AlertFigure;
}

export type AlertQuery = AlertsQuery | AlertStatsQuery;
