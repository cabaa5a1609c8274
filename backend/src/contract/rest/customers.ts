import { CUSTOMER_COLUMNS, SCORES_COLUMNS } from '../churn/frames';
import { answerSchema } from './answer';
import { customerRow, openRow, ORDER_FIELDS, REASON_FIELDS } from './fields';
import { flag, integer, listOf, moment, number, orNull, share, text } from './schema';

export const SCORED_CUSTOMER = customerRow('Scored customer', SCORES_COLUMNS);

/** Body of `GET /api/customers`. */
export const CUSTOMERS_BODY = answerSchema('Customers', {
  customers: listOf(SCORED_CUSTOMER),
  next: orNull(text('Where the next page is, relative to the address of this one; null on the last page.')),
});

export const CUSTOMER_PROFILE = customerRow('Customer', CUSTOMER_COLUMNS);
export const REASON = openRow('Reason', REASON_FIELDS);
export const ORDER = openRow('Order', ORDER_FIELDS);

export const HISTORY_POINT = openRow('Past score', {
  time: moment('End of a month.'),
  churn_probability: share('As today’s model scores the customer as of then.'),
  base_rate: share('Churn probability of the average customer as of then.'),
});

export const HISTOGRAM_BIN = openRow('Histogram bin', {
  figure: text('recency_days, frequency or monetary.'),
  from: number('Lower edge.'),
  to: number('Upper edge.'),
  customers: integer('Customers between the edges.'),
  own: flag('True for the bin that this customer is in.'),
});

/** Body of `GET /api/customers/:id`. */
export const CUSTOMER_BODY = answerSchema('Customer in full', {
  customer: CUSTOMER_PROFILE,
  reasons: listOf(REASON, 'What adds up to the churn probability, the heaviest first.'),
  history: listOf(HISTORY_POINT, 'Past scores.'),
  orders: listOf(ORDER, 'Orders up to the as-of date, newest first.'),
  histograms: listOf(HISTOGRAM_BIN, 'Where the customer stands among all.'),
});
