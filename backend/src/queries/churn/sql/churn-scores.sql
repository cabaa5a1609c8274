-- One row per scored customer at the as-of date, with its row in the matrix.
SELECT
  {customer_id} AS customer_id,
  band,
  churn_probability,
  relative_odds,
  revenue_at_risk,
  expected_revenue,
  segment,
  status,
  recency_days,
  frequency,
  monetary,
  state,
  last_order::TIMESTAMP_NS AS last_order,
  value_if_returns,
  matrix_row
FROM {customers}
{where}
ORDER BY {order}, customer_key
LIMIT $limit OFFSET $offset
