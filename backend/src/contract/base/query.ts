import type { Status } from '../kinds';
import type { QueryBase } from '../query-base';
import type { Segment } from '../segments';
import type { Activity, CohortMeasure, CohortPeriod, LifecycleFigure, Move, MovedFrom, GeographyLevel } from './kinds';

/**
 * Customers by the period of their first purchase, and how many of them purchased again so many periods later.
 *
 * Without `measure` a table, a row per cohort and period since: cohort (its first day), period (0: that of the first
 * purchase), cohort_customers, customers (who purchased then), retention (their share), revenue, complete (false while the
 * period still runs at the as-of date). With `measure` a table for a heat map: cohort, cohort_customers and a column per
 * period, `0`, `1`, …; null where the period has not begun.
 */
export interface CohortsQuery extends QueryBase {
  kind: 'cohorts';
  period?: CohortPeriod;
  measure?: CohortMeasure;
}

/**
 * How many customers in each step of time purchased for the first time, again, again after they had counted as churned,
 * and how many began to count as churned: timeseries-wide, a field per stage.
 *
 * With the figure `churn_rate` one field: of the customers who were active when the step began, the share that began to count
 * as churned in it. Steps that are not over by the as-of date have no rate, nor have those that began with nobody active.
 */
export interface LifecycleQuery extends QueryBase {
  kind: 'lifecycle';
  period?: CohortPeriod;
  figure?: LifecycleFigure;
}

/** Which customers a list shows by what they did when: those behind a cell of `cohorts` or a bar of `lifecycle`. */
export interface PastNarrowing {
  /** A day: who first purchased in its month or week, and in the time range. */
  firstPurchase?: string;
  /** A day: who did what `activity` says in its month or week; absent: in the time range. */
  during?: string;
  /** Absent: any purchase, where `during` names a day. */
  activity?: Activity;
  period?: CohortPeriod;
}

/**
 * How customers have moved between RFM segments: a row per segment then and segment now. from_segment, to_segment, move
 * (`stayed`, `up`, `down` or `new`; up is towards the best segment), customers, share (of those who were in that segment
 * then), revenue (all that they have paid up to the as-of date), gone (active then, churned now), back (churned then, active
 * now).
 */
export interface SegmentMovesQuery extends QueryBase {
  kind: 'segment_moves';
  /** The segments then are those of so many days before the as-of date. */
  days?: number;
}

/** Narrows a list of customers to those who have moved in some way; nothing given: to nobody's moves. */
export interface Moved {
  /** They were in one of these segments, or nowhere yet. */
  movedFrom?: MovedFrom[];
  /** They are in one of these segments now. */
  movedTo?: Segment[];
  /** They have moved in one of these ways. */
  moved?: Move[];
  /** Since so many days before the as-of date. */
  movedDays?: number;
}

/**
 * Places with their sales in the time range and their customers as of the day: a table, the largest revenue first.
 *
 * By state: state (code), name. By city: city, state, latitude, longitude (degrees; null where the shop's geolocation
 * knows no place in Brazil). Then the `GEOGRAPHY_MEASURES`; those of risk are null where no churn model serves.
 */
export interface GeographyQuery extends QueryBase {
  kind: 'geography';
  by?: GeographyLevel;
  /** Customers whose risk counts: all unless named. */
  status?: Status[];
  /** The so many places with the most revenue; absent: all. */
  limit?: number;
}

export type BaseQuery = CohortsQuery | LifecycleQuery | SegmentMovesQuery | GeographyQuery;
