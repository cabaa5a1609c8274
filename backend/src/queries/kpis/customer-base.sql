-- The customer base at the end of each window: everybody who has purchased by then, those who came back (more than one
-- purchase), and those who count as churned (no purchase for $churn_days days). One row per day asked for.
-- A purchase is its customer's latest one on every day from its own to the day before the next. Where a category or
-- payment type is chosen, the base is everybody who has bought such a thing, from the day on which they first did.
WITH days AS (
  SELECT DISTINCT unnest($days::VARCHAR[])::DATE AS day
),
buyers AS (
  SELECT customer_key, min(purchase_day) AS since
  FROM {buyers}
  GROUP BY customer_key
),
latest AS (
  SELECT
    buyers.since,
    fct_orders.purchase_day,
    fct_orders.next_purchase_day,
    fct_orders.purchase_number
  FROM fct_orders JOIN buyers USING (customer_key)
  {where}
)
SELECT
  strftime(days.day, '%Y-%m-%d') AS day,
  count(*)::DOUBLE AS customers,
  (count(*) FILTER (WHERE latest.purchase_number > 1))::DOUBLE AS repeaters,
  (count(*) FILTER (WHERE days.day - latest.purchase_day >= $churn_days))::DOUBLE AS churned
FROM days
JOIN latest
  ON latest.purchase_day <= days.day
  AND latest.since <= days.day
  AND (latest.next_purchase_day IS NULL OR latest.next_purchase_day > days.day)
GROUP BY 1
