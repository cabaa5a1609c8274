const LABELS: Record<string, string> = {
  active_customers: 'Active customers',
  average_order_value: 'Average order value',
  repeat_purchase_rate: 'Repeat-purchase rate',
  churned_share: 'Churned share',
  review_score: 'Average review score',
  on_time_share: 'On-time delivery share',
  customer_share: 'Share of customers',
  revenue_share: 'Share of revenue',
  mean_recency_days: 'Mean recency (days)',
  mean_frequency: 'Mean frequency',
  mean_monetary: 'Mean monetary value',
  recency_days: 'Recency (days)',
  monetary: 'Monetary value',
  auto: 'Automatic',
  band: 'Risk band',
  churn_probability: 'Churn probability',
  mean_churn_probability: 'Mean churn probability',
  revenue_at_risk: 'Revenue at risk',
  expected_revenue: 'Expected revenue',
  expected_returners: 'Expected to buy again',
  high_risk_customers: 'High-risk customers',
  high_risk_share: 'High-risk share',
  high_risk_revenue: 'Revenue at risk, high-risk customers',
  relative_odds: 'Odds of buying again (average = 1)',
  reason: 'Main reason',
  action: 'Recommended action',
  top_reason: 'Main reason of high-risk customers',
  customer_id: 'Customer',
  high: 'High risk',
  medium: 'Medium risk',
  low: 'Low risk',
};

/** The plain-language label of a measure, dimension or choice: its own, or its key with spaces and a capital. */
export function labelOf(key: string): string {
  const text = LABELS[key] ?? key.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
