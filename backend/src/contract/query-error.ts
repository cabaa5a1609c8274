import { ToldError } from './told-error';

/** A query that cannot be answered because of what it says; its message is for the person who wrote it. */
export class QueryError extends ToldError {
  override name = 'QueryError';
  readonly status = 400;
}
