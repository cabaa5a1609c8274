-- One row per cohort and period from its first to that of the as-of day, those without a purchase included.
WITH members AS (
  SELECT customer_key, date_trunc('{period}', first_order)::DATE AS cohort
  FROM {customers}
  {where}
),
sizes AS (
  SELECT cohort, count(*) AS cohort_customers FROM members GROUP BY cohort
),
periods AS (
  SELECT
    cohort,
    cohort_customers,
    unnest(range(date_diff('{period}', cohort, $as_of::DATE) + 1)) AS period
  FROM sizes
),
activity AS (
  SELECT
    members.cohort,
    date_diff('{period}', members.cohort, orders.purchase_day) AS period,
    count(DISTINCT orders.customer_key) AS customers,
    sum(orders.payment_value) AS revenue
  FROM fct_orders AS orders JOIN members USING (customer_key)
  WHERE orders.is_purchase AND orders.purchase_day <= $as_of::DATE
  GROUP BY ALL
)
SELECT
  strftime(cohort, '%Y-%m-%d') AS cohort,
  period::DOUBLE AS period,
  cohort_customers::DOUBLE AS cohort_customers,
  coalesce(activity.customers, 0)::DOUBLE AS customers,
  coalesce(activity.revenue, 0)::DOUBLE AS revenue,
  cohort + to_{period}s((period + 1)::INTEGER) <= $as_of::DATE + 1 AS complete
FROM periods LEFT JOIN activity USING (cohort, period)
ORDER BY cohort, period
