-- One row per scored customer, by id; with $wanted only those whose id begins with one of these.
SELECT
  customer_id,
  {shown} AS shown_id,
  segment,
  status,
  band,
  churn_probability,
  relative_odds,
  value_if_returns,
  expected_revenue,
  revenue_at_risk,
  matrix_row
FROM {customers}
{where}
ORDER BY customer_id
