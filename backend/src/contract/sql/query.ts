import type { QueryBase } from '../query-base';
import type { SqlFormat } from './kinds';

/** One SELECT over the marts. It takes no filters: conditions are written into it. */
export interface SqlQuery extends QueryBase {
  kind: 'sql';
  filters?: undefined;
  exclude?: undefined;
  /** The statement, with macros such as `$__timeFilter(purchased_at)`. */
  rawSql?: string;
  format?: SqlFormat;
  /** Format time series: the column that holds the time; absent: the first column of times. */
  timeColumn?: string;
}
