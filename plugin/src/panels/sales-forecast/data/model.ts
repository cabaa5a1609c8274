import type { ValueFormat } from './valueFormat';

export type Grain = 'day' | 'week' | 'month';

/** Ends of a range, in the measure's unit, none below zero. */
export interface Range {
  lower: number;
  upper: number;
}

/** A bucket of a series: a day, a week from Monday, or a month. */
export interface ForecastPoint {
  /** Its first moment, in ms. */
  time: number;
  actual: number | null;
  /** Of the future: what is expected. Of the past: what a forecast one bucket earlier would have said. */
  expected: number | null;
  /** At the query's level. */
  inner: Range | null;
  /** At 95%. */
  outer: Range | null;
  /** True where the actual lies outside the outer range. */
  anomalous: boolean;
  /** True after the as-of date. */
  future: boolean;
}

/** What is expected in total over the horizon, beside the same number of days before and the same days a year earlier. */
export interface ExpectedTotal extends Range {
  expected: number;
  periodBefore: number | null;
  lastYear: number | null;
}

export interface ForecastSeries {
  /** What the dimension's value is called; empty for the whole shop. */
  name: string;
  /** In the order of time. */
  points: ForecastPoint[];
  /** In words; empty where the answer does not say. */
  model: string;
  /** How far off the model was, in words; empty where the answer does not say. */
  sentence: string;
  total: ExpectedTotal | null;
}

export interface Holiday {
  time: number;
  name: string;
}

/** What the panel draws. */
export interface ForecastModel {
  grain: Grain;
  /** The last day that the forecast knows, `YYYY-MM-DD`; absent where there is none. */
  asOf?: string;
  horizonDays: number | null;
  /** Of the inner range, in percent. */
  level: number | null;
  /** What the total over the horizon should reach. */
  target: number | null;
  holidays: Holiday[];
  /** What the series are split by, e.g. `state`; empty for the whole shop. */
  dimension: string;
  /** As answered, "Other" last. */
  series: ForecastSeries[];
  format: ValueFormat;
}

/** What frames hold, or what they lack. */
export type Reading<Model> =
  { state: 'ready'; model: Model } | { state: 'empty' } | { state: 'other' } | { state: 'missing'; fields: string[] };
