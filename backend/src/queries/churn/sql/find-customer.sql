-- Up to two customers whose id begins with $search, the one with exactly this id first.
SELECT
  customer_key,
  {shown} AS shown_id,
  customer_id = $search AS exact,
  state,
  city,
  segment,
  status,
  band,
  churn_probability,
  relative_odds,
  recency_days,
  frequency,
  monetary,
  value_if_returns,
  expected_revenue,
  revenue_at_risk,
  matrix_row,
  epoch_ms(first_order)::DOUBLE AS first_order,
  epoch_ms(last_order)::DOUBLE AS last_order,
  strftime(first_order, '%Y-%m-%d') AS first_day
FROM {customers}
WHERE starts_with(customer_id, $search)
ORDER BY exact DESC, customer_id
LIMIT 2
