-- The purchases that figures are counted over when lines are filtered: one row per purchase order that has a matching
-- line, with the revenue of its matching lines and the same customer's next such order. ({where}: on fct_sales)
SELECT
  fct_orders.customer_key,
  fct_orders.purchased_at,
  lead(fct_orders.purchased_at) OVER (PARTITION BY fct_orders.customer_key ORDER BY fct_orders.purchased_at, order_key) AS next_purchase_at,
  kept.revenue,
  fct_orders.delivered_at,
  fct_orders.on_time,
  fct_orders.reviewed_at,
  fct_orders.review_score
FROM (SELECT order_key, sum(revenue) AS revenue FROM fct_sales {where} GROUP BY order_key) AS kept
JOIN fct_orders USING (order_key)
