{ctes}SELECT
  customer_id AS customer,
  state,
  segment,
  status,
  recency_days,
  frequency,
  monetary,
  recency_score,
  frequency_score,
  monetary_score,
  last_order
FROM customers_as_of
{where}
ORDER BY {order}, customer_key
LIMIT {limit}
