-- One row per frequency and recency that customers have, with the segment of the first of those customers.
SELECT
  frequency,
  recency_days,
  min(customer_key) AS customer_key,
  arg_min(segment, customer_key) AS segment
FROM {customers}
GROUP BY frequency, recency_days
ORDER BY frequency, recency_days
