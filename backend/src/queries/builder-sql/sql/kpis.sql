{with}periods AS (
  SELECT 'value' AS period, $__timeFrom() AS begins, $__timeTo() AS ends, {as_of} AS as_of
  UNION ALL
  SELECT
    'previous',
    $__timeFrom() - ($__timeTo() - $__timeFrom()),
    $__timeFrom() - INTERVAL 1 MILLISECOND,
    least(CAST($__timeFrom() - INTERVAL 1 MILLISECOND AS DATE), {as_of})
  FROM warehouse_info
  WHERE $__timeFrom() > first_day
),
purchases AS (
{purchases}
),
sold AS (
  SELECT
    period,
    round(coalesce(sum(revenue), 0), 2) AS revenue,
    count(purchased_at) AS orders,
    count(DISTINCT customer_key) AS active_customers,
    sum(revenue) / nullif(count(purchased_at), 0) AS average_order_value,
    avg(review_score) FILTER (WHERE reviewed_at <= ends) AS review_score,
    avg(CAST(on_time AS INTEGER)) FILTER (WHERE delivered_at <= ends) AS on_time_share
  FROM periods
  LEFT JOIN purchases ON purchased_at BETWEEN begins AND ends
  GROUP BY period
),
base AS (
  SELECT
    period,
    avg(CAST(purchase_number > 1 AS INTEGER)) AS repeat_purchase_rate,
    avg(CAST(as_of - purchase_day >= {churn_days} AS INTEGER)) AS churned_share
  FROM periods
  JOIN (
    SELECT purchase_day, purchase_number, {since} AS since_day, {until} AS until_day
    FROM fct_orders
    {buyers}
{where}
  ) ON since_day <= as_of AND (until_day IS NULL OR until_day > as_of)
  GROUP BY period
),
figures AS (
  SELECT * FROM sold LEFT JOIN base USING (period)
)
SELECT
  unnest([{names}]) AS measure,
  unnest([{values}]) AS value,
  unnest([{previous}]) AS previous
FROM figures AS this
LEFT JOIN figures AS before ON before.period = 'previous'
WHERE this.period = 'value'
