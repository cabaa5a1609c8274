import type { ValuesQuery } from '../../contract';
import type { QueryContext } from '../context';
import { IN_RANGE, type Condition } from '../filters';

/** Lines of `fct_sales` in the time range, where a query asks for what occurs there alone. */
export function inRange({ within = 'all_time' }: ValuesQuery, { range }: Pick<QueryContext, 'range'>): Condition {
  if (within === 'all_time') return { sql: '', parameters: {} };
  return { sql: IN_RANGE.join(' AND '), parameters: { from: range.from, to: range.to } };
}
