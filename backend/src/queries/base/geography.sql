-- One row per place that has sold something in the range or has customers as of the day, the most revenue first.
WITH sold AS (
  SELECT
    {place},
    {revenue} AS revenue,
    {orders} AS orders,
    {customers} AS customers
  FROM fct_sales
  {where_lines}
  GROUP BY ALL
),
base AS (
  SELECT
    {place},
    count(*)::DOUBLE AS customer_base,
    avg((status = 'churned')::INTEGER) AS churned_share,
    {risk}
  FROM {table}
  {where_customers}
  GROUP BY ALL
)
SELECT
  {place},
  {position}
  coalesce(sold.revenue, 0) AS revenue,
  coalesce(sold.orders, 0) AS orders,
  coalesce(sold.customers, 0) AS customers,
  coalesce(base.customer_base, 0) AS customer_base,
  base.churned_share,
  base.high_risk_customers,
  base.high_risk_share,
  base.high_risk_revenue
FROM sold
FULL JOIN base USING ({place})
{positions}
ORDER BY revenue DESC, customer_base DESC, {place}
{limit}
