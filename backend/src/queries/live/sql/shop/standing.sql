-- grain: one row per frequency and recency at $cut: how many customers have bought so often, and that many days ago
SELECT frequency, recency_days, count(*) AS customers
FROM (
  SELECT count(*) AS frequency, $cut::DATE - max(purchase_day) AS recency_days
  FROM occasions
  GROUP BY customer_key
)
GROUP BY frequency, recency_days
