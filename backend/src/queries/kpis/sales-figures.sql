-- Revenue, orders, reviews and deliveries of each bucket of time, over the order lines that match the filters.
-- One row per bucket. Lines are summed to the order first, so that an order with several lines counts once.
WITH kept AS (
  SELECT order_key, any_value(purchased_at) AS purchased_at, sum(revenue) AS revenue
  FROM fct_sales
  {where}
  GROUP BY order_key
)
SELECT
  floor((epoch_ms(kept.purchased_at) - $start) / $bucket)::INTEGER AS bucket,
  sum(kept.revenue)::DOUBLE AS revenue,
  count(*)::DOUBLE AS orders,
  sum(fct_orders.review_score)::DOUBLE AS review_sum,
  count(fct_orders.review_score)::DOUBLE AS reviewed,
  (count(*) FILTER (WHERE fct_orders.on_time))::DOUBLE AS on_time,
  count(fct_orders.on_time)::DOUBLE AS delivered
FROM kept JOIN fct_orders USING (order_key)
GROUP BY 1
