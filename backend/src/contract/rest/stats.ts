import { TOP_REASON_COLUMN } from '../churn/frames';
import { RISK_DIMENSIONS, type RiskMeasure } from '../churn/kinds';
import { KPI_KEYS } from '../kinds';
import { answerSchema } from './answer';
import { openRow } from './fields';
import { integer, listOf, money, number, oneOf, orNull, row, share, text, type Schema } from './schema';

export const KEY_FIGURE = openRow('Key figure', {
  measure: oneOf(KPI_KEYS, 'Key of the figure.'),
  label: text('Its name.'),
  value: number('Its value, in its unit; null when there was nothing to count or average.'),
  previous: number('Its value one period before.'),
  change: number('Change against the period before: relative for amounts, a difference for shares and scores.'),
  change_text: text('The change in words.'),
  verdict: oneOf(['good', 'bad', 'neutral'], 'Whether the change is good news.'),
  unit: text('Unit as Grafana names it: currencyBRL (R$), percentunit (a share from 0 to 1), short (a count).'),
  definition: text('What the figure is.'),
});

const MEASURES: Record<RiskMeasure, Schema> = {
  customers: integer('Customers.'),
  mean_churn_probability: share('Mean churn probability.'),
  expected_returners: number('How many are expected to buy again within the horizon.'),
  high_risk_customers: integer('Customers of the high-risk band.'),
  high_risk_share: share('Share of the customers who are of the high-risk band.'),
  revenue_at_risk: money('What would be lost within the horizon, weighted with the churn probabilities.'),
  high_risk_revenue: money('The part of the revenue at risk that is the high-risk band’s.'),
  expected_revenue: money('What is expected to be spent within the horizon.'),
};

/** One group of customers; the group itself stands under `group`. */
export const RISK_GROUP = openRow('Risk of a group', {
  group: text('The segment, state, band or city.'),
  ...MEASURES,
  [TOP_REASON_COLUMN]: text('What weighs most for its high-risk customers.'),
});

const RISK: Schema = row('Risk', {
  by: oneOf(RISK_DIMENSIONS, 'What the customers are grouped by.'),
  total: openRow('Risk of all', MEASURES),
  groups: listOf(RISK_GROUP),
});

/** Body of `GET /api/dashboard/stats`. */
export const STATS_BODY = answerSchema('Key figures and risk', {
  from: { type: 'string', format: 'date', description: 'First day of the key figures.' },
  to: { type: 'string', format: 'date', description: 'Last day of the key figures.' },
  key_figures: listOf(KEY_FIGURE),
  risk: orNull({ ...RISK, description: 'Null where no score is possible; the notices say why.' }),
});
