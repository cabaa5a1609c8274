import { RISK_BANDS } from '../churn/bands';
import type { CUSTOMER_COLUMNS, ORDER_COLUMNS, REASON_COLUMNS, SCORES_COLUMNS } from '../churn/frames';
import { STATUSES } from '../kinds';
import { SEGMENTS } from '../segments';
import { flag, integer, moment, money, number, oneOf, orNull, row, share, text, type Schema } from './schema';

const OF_ALL = 'Share of all customers who do worse';
const OF_SEGMENT = 'Share of the customers of the segment who do worse';

/** What each field about a customer means, wherever it stands. */
const CUSTOMER_FIELDS: Record<(typeof SCORES_COLUMNS | typeof CUSTOMER_COLUMNS)[number], Schema> = {
  customer_id: text(
    'Id of the customer (a person); shortened, with … at its end, for callers who may not see it whole.',
  ),
  band: oneOf(RISK_BANDS, 'Risk band: the odds of buying again compared with those of the average customer.'),
  churn_probability: share('Probability that the customer buys nothing within the horizon.'),
  relative_odds: number('Odds of buying again as a multiple of the average customer’s.'),
  revenue_at_risk: money('What would be lost within the horizon, weighted with the churn probability.'),
  expected_revenue: money('What the customer is expected to spend within the horizon.'),
  segment: oneOf(SEGMENTS, 'RFM segment.'),
  status: oneOf(STATUSES, 'Active: has bought within the churn rule (180 days unless configured). Churned: has not.'),
  recency_days: integer('Days since the last purchase.'),
  frequency: integer('Days with a purchase.'),
  monetary: money('All that the customer has paid for purchases.'),
  state: orNull(text('Two-letter state of the address.')),
  city: orNull(text('City of the address.')),
  last_order: moment('The last purchase.'),
  first_order: moment('The first purchase.'),
  reason: text('What weighs most for the score, as a sentence.'),
  action: text('Recommended action.'),
  action_detail: text('What to do, in a sentence or two.'),
  action_rule: text('The rule of the playbook that recommends it.'),
  sentence: text('The score in one sentence.'),
  base_rate: share('Churn probability of the average customer.'),
  high_from: share('Churn probability from which the risk is high.'),
  low_to: share('Churn probability up to which the risk is low.'),
  horizon_days: integer('The score is the probability of no purchase within so many days.'),
  tenure_days: integer('Days since the first purchase.'),
  recency_percentile: share(`${OF_ALL}: who bought longer ago.`),
  frequency_percentile: share(`${OF_ALL} in frequency.`),
  monetary_percentile: share(`${OF_ALL} in monetary value.`),
  recency_segment_percentile: share(`${OF_SEGMENT}: who bought longer ago.`),
  frequency_segment_percentile: share(`${OF_SEGMENT} in frequency.`),
  monetary_segment_percentile: share(`${OF_SEGMENT} in monetary value.`),
  value_if_returns: money('Revenue within the horizon should the customer come back.'),
};

/** What each field of a reason means. */
export const REASON_FIELDS: Record<(typeof REASON_COLUMNS)[number], Schema> = {
  feature: text('Key of the feature; `base` is the average customer, from which the others start.'),
  label: text('Name of the feature.'),
  group: text('What the feature is about.'),
  unit: text('Unit of the value: days, money (R$), count, share, score, stars or number.'),
  value: orNull(number('The customer’s value; null where it is not known.')),
  typical: orNull(number('The median of all customers.')),
  contribution: number('Change of the churn probability; those of all reasons add up to it.'),
  sentence: text('The reason in words.'),
  changeable: flag('Whether a prediction may set it.'),
  min: orNull(number('The least that it may be set to.')),
  max: orNull(number('The most that it may be set to.')),
  step: orNull(number('A sensible step.')),
};

/** What each field of an order means. */
export const ORDER_FIELDS: Record<(typeof ORDER_COLUMNS)[number], Schema> = {
  time: moment('When it was placed.'),
  order_id: text('Id of the order.'),
  status: text('Status of the order.'),
  value: orNull(money('What was paid.')),
  items: orNull(integer('Number of items.')),
  categories: orNull(text('Categories of the items.')),
  delivered: orNull(moment('When it was delivered.')),
  days_late: orNull(number('Days after the promised day; below zero: early.')),
  review_score: orNull(number('Stars of the review, 1 to 5.')),
};

/** An object with those fields of a customer, under the names that the frames have. Any may be unknown (null). */
export const customerRow = (title: string, columns: readonly (keyof typeof CUSTOMER_FIELDS)[]) =>
  row(title, Object.fromEntries(columns.map((name) => [name, orNullUnlessId(name)])));

const orNullUnlessId = (name: keyof typeof CUSTOMER_FIELDS): Schema =>
  name === 'customer_id' ? CUSTOMER_FIELDS[name] : orNull(CUSTOMER_FIELDS[name]);

/** An object with fields any of which may be unknown (null). */
export const openRow = (title: string, fields: Readonly<Record<string, Schema>>) =>
  row(title, Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, orNull(schema)])));
