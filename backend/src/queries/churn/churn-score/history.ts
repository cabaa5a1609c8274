import { startOf, type Frame } from '../../../contract';
import { numberColumn, timeColumn } from '../../../frames';
import type { ServedModel } from '../../../churn/scoring/scored';
import type { Row } from '../../../warehouse/engine';
import type { QueryContext } from '../../context';
import { fieldOf } from '../cells';
import { monthEnds } from '../month-ends';

/** All customers are scored as of each month when it is asked for first, which takes a moment. */
const MOST_MONTHS = 12;

/** The customer's churn probability at past month ends since the first order and at the as-of day, beside the average's. */
export async function historyFrame(model: ServedModel, customer: Row, context: QueryContext): Promise<Frame> {
  const days = monthEnds(String(customer.first_day), context.asOf).slice(-MOST_MONTHS);
  const scores: (number | null)[] = [];
  // One after the other: scoring several months at once would hold the features of all of them.
  for (const day of days) {
    context.signal?.throwIfAborted();
    scores.push((await context.churnProbabilityOf(Number(customer.customer_key), day)) ?? null);
  }
  days.push(context.asOf);
  scores.push(Number(customer.churn_probability));
  const average = days.map(() => model.baseRate);
  return {
    name: 'score_history',
    meta: { type: 'timeseries-wide' },
    fields: [
      { column: timeColumn('time', days.map(startOf)) },
      fieldOf(numberColumn('churn_probability', scores)),
      fieldOf(numberColumn('base_rate', average)),
    ],
  };
}
