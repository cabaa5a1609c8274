-- One row per step of time in which anything happened: customers by what they did in it, or ceased to do.
WITH members AS (
  SELECT customer_key FROM {customers} {where}
),
purchases AS (
  SELECT
    customer_key,
    purchase_day,
    date_trunc('{period}', purchase_day)::DATE AS bucket,
    lag(purchase_day) OVER (PARTITION BY customer_key ORDER BY purchase_day) AS previous_day,
    lead(purchase_day) OVER (PARTITION BY customer_key ORDER BY purchase_day) AS next_day
  FROM (
    SELECT DISTINCT customer_key, purchase_day
    FROM fct_orders SEMI JOIN members USING (customer_key)
    WHERE is_purchase AND purchase_day <= $as_of::DATE
  )
),
-- A customer counts once in a step, as what the first purchase in it makes of them.
arrivals AS (
  SELECT
    bucket,
    CASE
      WHEN previous_day IS NULL THEN 'new'
      WHEN purchase_day - previous_day > $churn_days THEN 'reactivated'
      ELSE 'returning'
    END AS stage
  FROM purchases
  WHERE previous_day IS NULL OR previous_day < bucket
),
-- On this day a customer begins to count as churned. Who purchases on it does not.
departures AS (
  SELECT date_trunc('{period}', purchase_day + $churn_days::INTEGER)::DATE AS bucket, 'dormant' AS stage
  FROM purchases
  WHERE purchase_day + $churn_days::INTEGER <= $as_of::DATE
    AND (next_day IS NULL OR next_day - purchase_day > $churn_days)
)
SELECT strftime(bucket, '%Y-%m-%d') AS bucket, stage, count(*)::DOUBLE AS customers
FROM (FROM arrivals UNION ALL FROM departures)
WHERE bucket BETWEEN $first::DATE AND $last::DATE
GROUP BY ALL
ORDER BY bucket
