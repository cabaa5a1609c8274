/** One value for each day, without a gap. */
export interface DailySeries {
  /** `YYYY-MM-DD`, the day of the first value. */
  firstDay: string;
  values: Float64Array;
}
