SELECT customer_key, purchased_at, kept.revenue, delivered_at, on_time, reviewed_at, review_score
FROM fct_orders
JOIN (
  SELECT order_key, sum(revenue) AS revenue
  FROM fct_sales
{where}
  GROUP BY order_key
) AS kept USING (order_key)
