-- One row per customer at the as-of date.
SELECT
  {customer_id} AS customer,
  state,
  {before}segment,
  status,
  recency_days,
  frequency,
  monetary,
  recency_score,
  frequency_score,
  monetary_score,
  last_order::TIMESTAMP_NS AS last_order
FROM {customers}
{where}
ORDER BY {order}, customer_key
LIMIT $limit OFFSET $offset
