import { CHURN_SCORE_FRAMES, type ChurnScoreQuery, type Frame } from '../../../contract';
import { noData } from '../../../frames';
import type { ScoredCustomers } from '../../../churn/scoring/scored';
import type { QueryContext } from '../../context';
import { findCustomer } from '../find-customer';
import { reasonsFrame } from '../reasons-frame';
import { valuesReader } from '../explain-all';
import { allReasons, reasonContext } from '../reasons';
import { customerFrame } from './customer';
import { histogramFrame } from './histograms';
import { historyFrame } from './history';
import { ordersFrame } from './orders';

/**
 * All that is known of one customer, in the frames of CHURN_SCORE_FRAMES; without a customer, each says "no data". Among
 * all customers it stands, not among those that the filters keep.
 *
 * @throws QueryError when the id names no customer, or several
 * @throws NoScoreError when the customer has no purchase by the as-of day
 */
export async function churnScore(
  query: ChurnScoreQuery,
  context: QueryContext,
  scored: ScoredCustomers,
): Promise<Frame[]> {
  const wanted = query.customer?.trim() ?? '';
  if (wanted === '') {
    return CHURN_SCORE_FRAMES.map((name) => noData(name, name === 'score_history' ? 'timeseries-wide' : 'table'));
  }
  const { model } = scored;
  const customer = await findCustomer(wanted, scored, context);
  const row = Number(customer.matrix_row);
  const values = (await valuesReader(scored))(row);
  const [explanation] = await scored.explain([row]);
  if (!explanation) throw new Error(`The scorer explained nothing for row ${row}.`);
  const reasons = allReasons(model, explanation, values, await reasonContext(model, context));
  return Promise.all([
    customerFrame(scored, customer, reasons, context),
    reasonsFrame(explanation.base, reasons, context.language),
    histogramFrame(scored.table, customer, context),
    historyFrame(model, customer, context),
    ordersFrame(Number(customer.customer_key), context),
  ]);
}
