import { BAND_STYLES, type FieldConfig, type RiskBand } from '../../contract';

const PROBABILITY: FieldConfig = { unit: 'percentunit', decimals: 1, min: 0, max: 1 };
const SHARE: FieldConfig = { unit: 'percentunit', decimals: 1 };
const MONEY: FieldConfig = { unit: 'currencyBRL', decimals: 2 };
const SUM: FieldConfig = { unit: 'currencyBRL' };
/** People are counted whole: 38,755 and not 39 K. */
const COUNT: FieldConfig = { unit: 'locale', decimals: 0 };
const DAYS: FieldConfig = { unit: 'none', decimals: 0 };
const RATIO: FieldConfig = { decimals: 3 };

/** Customers of one band, in the band's own colour. */
const bandColumn = (band: RiskBand): FieldConfig => ({
  ...COUNT,
  description: BAND_STYLES[band].meaning,
  color: { mode: 'fixed', fixedColor: BAND_STYLES[band].color },
});

const AT_RISK = 'Revenue within the horizon should the customer come back, times the probability of not coming back.';
const EXPECTED = 'Revenue within the horizon should the customer come back, times the probability of coming back.';

/** Unit, decimals and meaning of the columns that the churn kinds share. */
export const FIELD_CONFIG: Readonly<Record<string, FieldConfig>> = {
  band: { description: 'Risk compared with the average customer: high, medium or low.' },
  odds: { description: 'Odds of buying again, as a multiple of the average customer’s.' },
  high_risk: bandColumn('high'),
  medium_risk: bandColumn('medium'),
  low_risk: bandColumn('low'),
  churn_probability: { ...PROBABILITY, description: 'Probability of no purchase within the horizon.' },
  before_probability: { ...PROBABILITY, description: 'Churn probability before the change.' },
  base_rate: { ...PROBABILITY, description: 'Churn probability of the average customer.' },
  high_from: { ...PROBABILITY, description: 'Churn probability from which risk is high.' },
  low_to: { ...PROBABILITY, description: 'Churn probability up to which risk is low.' },
  probability_from: { ...PROBABILITY, description: 'Churn probability at the odds where the bin begins.' },
  probability_to: { ...PROBABILITY, description: 'Churn probability at the odds where the bin ends.' },
  relative_odds: { decimals: 2, description: 'Odds of buying again, as a multiple of the average customer’s.' },
  odds_from: { decimals: 2, description: 'Odds of buying again where the bin begins; the average is 1.' },
  odds_to: { decimals: 2, description: 'Odds of buying again where the bin ends; the average is 1.' },
  horizon_days: DAYS,
  recency_days: { ...DAYS, description: 'Days from the last purchase to the as-of date.' },
  tenure_days: { ...DAYS, description: 'Days from the first purchase to the as-of date.' },
  frequency: { unit: 'none', decimals: 0, description: 'Days with a purchase.' },
  monetary: { ...MONEY, description: 'All that the customer has paid for purchases.' },
  value_if_returns: { ...MONEY, description: 'Revenue within the horizon should the customer come back.' },
  revenue_at_risk: { ...MONEY, description: AT_RISK },
  expected_revenue: { ...MONEY, description: EXPECTED },
  recency_percentile: { ...SHARE, description: 'Share of all customers who bought longer ago.' },
  frequency_percentile: { ...SHARE, description: 'Share of all customers who bought on fewer days.' },
  monetary_percentile: { ...SHARE, description: 'Share of all customers who paid less.' },
  recency_segment_percentile: { ...SHARE, description: 'Share of the segment’s customers who bought longer ago.' },
  frequency_segment_percentile: { ...SHARE, description: 'Share of the segment’s customers who bought on fewer days.' },
  monetary_segment_percentile: { ...SHARE, description: 'Share of the segment’s customers who paid less.' },
  value: {},
  low: { displayNameFromDS: 'Lower end (95%)', description: 'Lower end of the 95% confidence interval.' },
  high: { displayNameFromDS: 'Upper end (95%)', description: 'Upper end of the 95% confidence interval.' },
  contribution: { unit: 'percentunit', decimals: 2, description: 'What it adds to the churn probability.' },
  status: { description: 'Active or churned by the churn rule.' },
  days_late: { ...DAYS, description: 'Days of delivery after the promised day; below zero: early.' },
  review_score: { decimals: 1, min: 1, max: 5 },
  customers: COUNT,
  returners: COUNT,
  mean_churn_probability: { ...PROBABILITY, description: 'Mean probability of no purchase within the horizon.' },
  expected_returners: { ...COUNT, description: 'Customers expected to buy again within the horizon.' },
  high_risk_customers: COUNT,
  high_risk_share: { ...SHARE, description: 'Share of customers whose risk is high.' },
  high_risk_revenue: { ...SUM, description: 'Revenue at risk of the high-risk customers.' },
  lift_at_10: {
    decimals: 1,
    unit: 'suffix: ×',
    description: 'Return rate of the first tenth over that of all customers.',
  },
  captured_at_10: { ...SHARE, description: 'Share of all who came back that the first tenth holds.' },
  actual_returners: { ...COUNT, description: 'Customers who did buy again within the horizon.' },
  expected_return: { unit: 'percentunit', decimals: 2, description: 'Chance of buying again that the model gave.' },
  actual_return: { unit: 'percentunit', decimals: 2, description: 'Share that did buy again.' },
  perfect: { unit: 'percentunit', decimals: 2, description: 'Where a chance that comes true exactly would lie.' },
  predicted: PROBABILITY,
  observed: PROBABILITY,
  captured_share: { ...SHARE, description: 'Share of all who came back that the deciles up to this one hold.' },
  return_rate: { unit: 'percentunit', decimals: 2 },
  lift: { decimals: 2, description: 'Return rate of the deciles up to this one over that of all customers.' },
  share: SHARE,
  roc_auc: RATIO,
  pr_auc: { ...RATIO, description: 'Area under the precision-recall curve of finding those who come back.' },
  recency_roc_auc: RATIO,
  recency_pr_auc: RATIO,
  bgnbd_roc_auc: RATIO,
  bgnbd_pr_auc: RATIO,
  log_loss: { decimals: 4 },
  importance: { decimals: 4, description: 'Mean loss of ROC-AUC when the values of the feature are shuffled.' },
  deviation: { decimals: 4, description: 'Standard deviation of the importance over the repeats.' },
  psi: { decimals: 3, description: 'Population stability index against training: below 0.1 stable, above 0.25 large.' },
  calibration_error: { unit: 'percentunit', decimals: 2 },
  max_drift: { decimals: 3, description: 'Largest population stability index of the features.' },
  score_drift: { decimals: 3, description: 'Population stability index of the score.' },
  model_age_days: {
    ...DAYS,
    description: 'Days of trade, up to the as-of date, that the model’s training did not know of.',
  },
  gates_failed: COUNT,
  value_class: {
    description: 'What the customers are worth: high, medium or low; value_from and value_to say how much.',
  },
  customer_share: { ...SHARE, description: 'Share of all customers asked for.' },
  revenue: { ...SUM, description: 'All that these customers have paid for purchases.' },
  revenue_share: { ...SHARE, description: 'Share of all that the customers asked for have paid.' },
  revenue_at_risk_share: { ...SHARE, description: 'Share of the revenue at risk of all customers asked for.' },
  value_from: { ...MONEY, description: 'Customers are worth at least this much.' },
  value_to: { ...MONEY, description: 'Customers are worth less than this.' },
  priority: {
    ...COUNT,
    description: 'The order in which to act: the highest risk first, then the most at stake for each customer.',
  },
};

/** Sums over many customers need no cents. */
export const SUM_CONFIG: Readonly<Record<string, FieldConfig>> = {
  revenue_at_risk: { ...SUM, description: AT_RISK },
  expected_revenue: { ...SUM, description: EXPECTED },
};
