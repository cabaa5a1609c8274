/**
 * The frames that the churn kinds answer with: names and columns, shared by the backend that writes them and the panels
 * that read them. Money is in R$, probabilities and shares from 0 to 1, times in ms.
 */

/**
 * `churn_scores`: one row per customer. `relative_odds`: odds of coming back as a multiple of the average's.
 * `value_if_returns`: revenue within the horizon should the customer come back. `reason`: the sentence of what weighs
 * most. `action`: title of the recommended action.
 */
export const SCORES_COLUMNS = [
  'customer_id',
  'band',
  'churn_probability',
  'relative_odds',
  'revenue_at_risk',
  'expected_revenue',
  'value_if_returns',
  'segment',
  'status',
  'recency_days',
  'frequency',
  'monetary',
  'state',
  'last_order',
  'reason',
  'action',
] as const;

/** The frames of `churn_score`, by name. */
export const CHURN_SCORE_FRAMES = [
  /** One row, see CUSTOMER_COLUMNS. */
  'churn_score',
  /** What adds up to the score, see REASON_COLUMNS. */
  'reasons',
  /** Where the customer stands among all: see HISTOGRAM_COLUMNS. */
  'rfm_histograms',
  /** timeseries-wide: time, churn_probability, base_rate at past month ends since the first order. */
  'score_history',
  /** The orders up to the as-of date, newest first: see ORDER_COLUMNS. */
  'orders',
] as const;

/**
 * One row about the customer. `base_rate`: the average churn probability. `high_from`, `low_to`: churn probabilities at
 * which the high band begins and the low band ends. `*_percentile`: share of all customers (`*_segment_percentile`: of
 * its segment) who do worse (recency: who bought longer ago). `order_value`: what one more order is worth.
 * `value_if_returns`: revenue within the horizon should the customer come back; `expected_revenue` = that times the
 * probability of coming back, `revenue_at_risk` = that times the churn probability.
 */
export const CUSTOMER_COLUMNS = [
  'customer_id',
  'state',
  'city',
  'segment',
  'status',
  'band',
  'churn_probability',
  'base_rate',
  'high_from',
  'low_to',
  'relative_odds',
  'horizon_days',
  'recency_days',
  'frequency',
  'monetary',
  'tenure_days',
  'recency_percentile',
  'frequency_percentile',
  'monetary_percentile',
  'recency_segment_percentile',
  'frequency_segment_percentile',
  'monetary_segment_percentile',
  'value_if_returns',
  'expected_revenue',
  'revenue_at_risk',
  'action',
  'action_detail',
  'action_rule',
  'sentence',
  'first_order',
  'last_order',
] as const;

/**
 * One row per feature, the heaviest first; the first row is `base`, the average customer. `contribution`: change of the
 * churn probability; all rows together add up to it. `value`: the customer's, `typical`: the median of all customers.
 * `changeable` with `min`, `max`, `step`: what a what-if may set.
 */
export const REASON_COLUMNS = [
  'feature',
  'label',
  'group',
  'unit',
  'value',
  'typical',
  'contribution',
  'sentence',
  'changeable',
  'min',
  'max',
  'step',
] as const;

/** `figure`: recency_days, frequency or monetary; `own`: the bucket that the customer is in. */
export const HISTOGRAM_COLUMNS = ['figure', 'from', 'to', 'customers', 'own'] as const;

export const ORDER_COLUMNS = [
  'time',
  'order_id',
  'status',
  'value',
  'items',
  'categories',
  'delivered',
  'days_late',
  'review_score',
] as const;

/**
 * `what_if`: one row, before and after the change. The frame `reasons` beside it explains the changed score.
 * Without a customer, `before_*` are those of the average customer.
 */
export const WHAT_IF_COLUMNS = [
  'churn_probability',
  'before_probability',
  'band',
  'before_band',
  'base_rate',
  'high_from',
  'low_to',
  'relative_odds',
  'horizon_days',
  'value_if_returns',
  'expected_revenue',
  'revenue_at_risk',
  'action',
  'action_detail',
  'sentence',
] as const;

/**
 * `score_distribution`: one row per bin of relative odds, with the churn probabilities at its edges. For bar charts, `odds`
 * names the bin, and `high_risk`, `medium_risk` and `low_risk` hold its customers in the column of its band.
 */
export const DISTRIBUTION_COLUMNS = [
  'odds_from',
  'odds_to',
  'probability_from',
  'probability_to',
  'band',
  'customers',
  'odds',
  'high_risk',
  'medium_risk',
  'low_risk',
] as const;

/**
 * `value_at_risk`: a row for each class of value and each risk band, the high ones first, also where nobody is. Shares are of
 * all customers asked for. `revenue`: all that they have paid. `value_from` (that amount and more) and `value_to` (below it)
 * bound the class; null where it has no end. `priority`: 1 is the cell to act on first; null where nothing is at stake.
 */
export const VALUE_AT_RISK_COLUMNS = [
  'value_class',
  'band',
  'customers',
  'customer_share',
  'revenue',
  'revenue_share',
  'revenue_at_risk',
  'revenue_at_risk_share',
  'expected_revenue',
  'mean_churn_probability',
  'value_from',
  'value_to',
  'priority',
] as const;

/** `risk_summary`: the group, the measures, and what weighs most for its high-risk customers. */
export const TOP_REASON_COLUMN = 'top_reason';

/**
 * `risk_watch` with texts. `top_reasons`: up to three, the heaviest first. `top_customers`: a line for each of the few
 * customers with the most at stake: shortened id, revenue at risk, main reason; ids are shortened for everybody, since alerts
 * leave Grafana. Both empty where nobody is at high risk.
 */
export const WATCH_TEXT_COLUMNS = ['top_reasons', 'top_customers'] as const;

/**
 * The frames of `model_quality`, one per view.
 *
 * - metrics: model, metric, value, low, high (95% interval; empty where there is none), better (higher | lower)
 * - facts: fact, value (both text)
 * - folds: fold, role, cut, customers, returners, return_rate, roc_auc, recency_roc_auc, bgnbd_roc_auc, pr_auc,
 *   recency_pr_auc, bgnbd_pr_auc, training_cuts
 * - calibration: predicted, observed, low, high, customers; and the same in people: decile (1 the likeliest to return),
 *   expected_returners, actual_returners; and as chances of returning for a chart against the diagonal: expected_return,
 *   actual_return, perfect
 * - lift: decile, customers, returners, captured_share, lift, return_rate
 * - confusion: actual, predicted, customers, share
 * - importance: feature, label, importance, deviation
 * - drift: feature, label, psi, level
 * - comparison: model, role, roc_auc, pr_auc, log_loss, verdict
 * - gates: gate, required, actual, passed, hard, message
 * - health: numeric-wide, one row: roc_auc, pr_auc, calibration_error, max_drift, score_drift, model_age_days, gates_failed
 * - figures: numeric-wide, one row, what people read first; each field's display name says what to compare it with:
 *   lift_at_10, captured_at_10, roc_auc, expected_returners, score_drift, gates_failed
 */
export const CALIBRATION_COLUMNS = ['predicted', 'observed', 'low', 'high', 'customers'] as const;
