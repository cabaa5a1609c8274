/** A chosen cell. */
export interface Choice {
  /** First day of the cohort's period, `YYYY-MM-DD`. */
  cohort: string;
  /** First day of the period in which they bought; empty: the whole cohort. */
  period: string;
}
