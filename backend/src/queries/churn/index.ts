import { QueryError, type ChurnQuery, type Frame } from '../../contract';
import type { QueryContext } from '../context';

/** The frames that answer a query about churn. */
export function churn(_query: ChurnQuery, _context: QueryContext): Promise<Frame[]> {
  return Promise.reject(new QueryError('No churn model has been trained yet.'));
}
