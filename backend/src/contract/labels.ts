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
};

/** The plain-language label of a measure, dimension or choice: its own, or its key with spaces and a capital. */
export function labelOf(key: string): string {
  const text = LABELS[key] ?? key.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
