import { QueryError } from '../../contract';
import { NoScoreError, type ScoredCustomers } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { searchText, shownId } from '../customer-ids';
import { fill } from '../template';
import { longDay } from '../wording';
import findCustomerSql from './sql/find-customer.sql';
import knownCustomersSql from './sql/known-customers.sql';

/**
 * The row of the scored table of the one customer whose id is `wanted` or begins with it, with `shown_id` as the caller
 * may see it.
 *
 * @throws QueryError when no customer is meant, or several
 * @throws NoScoreError when the customer has no purchase, or none by the as-of day
 */
export async function findCustomer(wanted: string, scored: ScoredCustomers, context: QueryContext): Promise<Row> {
  const search = searchText(wanted, context.fullIds);
  const shown = shownId('customer_id', context.fullIds);
  const sql = fill(findCustomerSql, { customers: scored.table, shown });
  const found = await context.engine.rows(sql, { search }, context.signal);
  const [first, second] = found;
  if (!first) return refuse(search, shown, context);
  // A whole id names its customer even when a longer one begins with it.
  if (second && !(first.exact && context.fullIds)) throw severalBeginWith(search);
  return first;
}

async function refuse(search: string, shown: string, { engine, asOf, signal }: QueryContext): Promise<never> {
  const [known, another] = await engine.rows(fill(knownCustomersSql, { shown }), { search }, signal);
  if (!known) throw new QueryError(`No customer has the id ${JSON.stringify(search)}, or one that begins with it.`);
  if (another) throw severalBeginWith(search);
  if (known.first_purchase === null) {
    throw new NoScoreError(
      `Customer ${known.shown_id} has no purchase (canceled and unavailable orders do not count), so no score.`,
    );
  }
  throw new NoScoreError(
    `Customer ${known.shown_id} has no score as of ${longDay(asOf)}: the first purchase was on ` +
      `${longDay(String(known.first_purchase))}.`,
  );
}

function severalBeginWith(search: string): QueryError {
  return new QueryError(`Several customers' ids begin with ${JSON.stringify(search)}: give more of the id.`);
}
