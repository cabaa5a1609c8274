import type { ChurnwatchQuery } from '@contract';
import { t } from '../../../language/t';

/** A query that answers a question somebody has. */
export interface Example {
  title: string;
  /** What its answer is good for. */
  help: string;
  query: ChurnwatchQuery;
}

/** Questions that the builder asks, from the most general to the most special. */
export const builderExamples = (): readonly Example[] => [
  {
    title: t('datasource.examples.sales', 'How are sales going?'),
    help: t('datasource.examples.salesHelp', 'Revenue over the time range, by day, week or month as it fits.'),
    query: { kind: 'sales', measure: 'revenue', grain: 'auto' },
  },
  {
    title: t('datasource.examples.places', 'Where does the revenue come from?'),
    help: t('datasource.examples.placesHelp', 'The ten states with the largest revenue.'),
    query: { kind: 'breakdown', measure: 'revenue', by: 'state', limit: 10 },
  },
  {
    title: t('datasource.examples.leaving', 'Which segments are leaving?'),
    help: t(
      'datasource.examples.leavingHelp',
      'The share of churned customers in each RFM segment; good for alert rules.',
    ),
    query: { kind: 'rfm_segments', measure: 'churned_share' },
  },
  {
    title: t('datasource.examples.keeping', 'Who is worth keeping, and about to leave?'),
    help: t('datasource.examples.keepingHelp', 'The 50 customers with the most revenue at risk, with the reasons.'),
    query: { kind: 'churn_scores', sort: 'revenue_at_risk', limit: 50 },
  },
  {
    title: t('datasource.examples.risk', 'How much revenue is at risk in each state?'),
    help: t('datasource.examples.riskHelp', 'Revenue at risk by state.'),
    query: { kind: 'risk_summary', measure: 'revenue_at_risk', by: 'state' },
  },
  {
    title: t('datasource.examples.expected', 'What sales are to be expected?'),
    help: t('datasource.examples.expectedHelp', 'The forecast of the next 90 days, with its 80% interval.'),
    query: { kind: 'sales_forecast', view: 'forecast', measure: 'revenue', horizonDays: 90 },
  },
  {
    title: t('datasource.examples.warnings', 'Whose risk has just risen to high?'),
    help: t(
      'datasource.examples.warningsHelp',
      'Open early warnings of the time range, those with the most revenue at risk first.',
    ),
    query: { kind: 'alerts', warning_state: ['new', 'acknowledged'], sort: 'revenue_at_risk', limit: 50 },
  },
  {
    title: t('datasource.examples.acting', 'Does acting on early warnings pay?'),
    help: t(
      'datasource.examples.actingHelp',
      'Who came back of those acted on, of all shown, and of those left alone, with 95% intervals.',
    ),
    query: { kind: 'alert_stats', view: 'read_out' },
  },
];

/** Statements, each of which shows something that the builder does not. */
export const sqlExamples = (): readonly Example[] => [
  {
    title: t('datasource.examples.payments', 'Orders over time, as a line per payment type'),
    help: t(
      'datasource.examples.paymentsHelp',
      'By week of the time range; each text beside the numbers becomes a line of its own.',
    ),
    query: {
      kind: 'sql',
      format: 'time_series',
      rawSql: `SELECT
  $__timeGroup(purchased_at, week) AS time,
  payment_type,
  count(DISTINCT order_key) AS orders
FROM fct_sales
WHERE $__timeFilter(purchased_at)
GROUP BY ALL
ORDER BY 1`,
    },
  },
  {
    title: t('datasource.examples.late', 'Late deliveries by state'),
    help: t('datasource.examples.lateHelp', 'A table of shares and counts.'),
    query: {
      kind: 'sql',
      format: 'table',
      rawSql: `SELECT
  state,
  count(*) AS delivered,
  avg((NOT on_time)::INTEGER) AS late_share
FROM fct_orders
WHERE $__timeFilter(purchased_at)
  AND delivered_at IS NOT NULL
GROUP BY state
HAVING count(*) >= 20
ORDER BY late_share DESC`,
    },
  },
  {
    title: t('datasource.examples.cohorts', 'Cohorts: who came back, by month of the first order'),
    help: t(
      'datasource.examples.cohortsHelp',
      'Of the customers won in each month, the share that ordered again within 180 days.',
    ),
    query: {
      kind: 'sql',
      format: 'table',
      rawSql: `SELECT
  date_trunc('month', purchased_at) AS cohort,
  count(*) AS customers,
  count(CASE WHEN next_purchase_at <=
    purchased_at + INTERVAL 180 DAY THEN 1 END)
    / count(*) AS came_back
FROM fct_orders
WHERE purchase_number = 1
  AND $__timeFilter(purchased_at)
GROUP BY 1
ORDER BY 1`,
    },
  },
  {
    title: t('datasource.examples.alertRule', 'Revenue by state, as numbers for an alert rule'),
    help: t(
      'datasource.examples.alertRuleHelp',
      'One number per row of texts, over the last 30 days before the as-of day.',
    ),
    query: {
      kind: 'sql',
      format: 'numeric',
      rawSql: `SELECT
  state,
  sum(payment_value) AS revenue
FROM fct_orders
WHERE is_purchase
  AND purchase_day > $__asOf() - 30
  AND purchase_day <= $__asOf()
GROUP BY state`,
    },
  },
];
