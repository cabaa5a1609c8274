-- The same when nothing is filtered: every purchase, without touching its lines. ({where}: on fct_orders)
SELECT
  customer_key,
  purchased_at,
  next_purchase_at,
  payment_value AS revenue,
  delivered_at,
  on_time,
  reviewed_at,
  review_score
FROM fct_orders
{where}
