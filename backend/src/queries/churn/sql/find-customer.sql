-- Up to two customers whose id begins with $search, the one with exactly this id first; or whichever {wanted} means.
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
WHERE {wanted}
ORDER BY {order}, customer_id
LIMIT 2
