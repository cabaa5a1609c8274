import { readColumn, type ColumnSet } from '../contract';
import type { FixedGrain } from './time-buckets';

/** The series of all values beyond the limit. */
export const OTHER = 'Other';

/** SQL of the first day of the bucket in which `purchase_day` lies. */
export const bucketSql = (grain: FixedGrain): string =>
  grain === 'day' ? 'purchase_day' : `date_trunc('${grain}', purchase_day)`;

/** Values by series and first day of the bucket, of rows of bucket, value and series, in the order of the series. */
export function valuesBySeries({ columns, length }: ColumnSet): Map<string, Map<string, number>> {
  const [buckets = [], values = [], names = []] = columns.map(readColumn);
  const bySeries = new Map<string, Map<string, number>>();
  for (let i = 0; i < length; i++) {
    const name = String(names[i] ?? '');
    const own = bySeries.get(name) ?? new Map<string, number>();
    own.set(String(buckets[i]), Number(values[i]));
    bySeries.set(name, own);
  }
  return bySeries;
}
