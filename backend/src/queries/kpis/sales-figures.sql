-- Revenue, orders and customers of sliding windows, from orders in buckets of time (see windows.ts). Bucket b belongs to
-- windows b - steps + 1 to b. One row per bucket of the purchase and bucket of the same customer's next purchase.
--
-- Distinct customers are counted without looking at each window apart: an order in bucket b, followed by its customer's
-- next one in bucket n, is the customer's latest of window i when b < i + steps <= n, so each customer of a window is
-- counted by exactly one order.
SELECT
  least(floor((epoch_ms(purchased_at) - $start) / $bucket), 2 * $steps - 1)::INTEGER AS bucket,
  coalesce(least(floor((epoch_ms(next_purchase_at) - $start) / $bucket), 2 * $steps), 2 * $steps)::INTEGER AS next_bucket,
  sum(revenue)::DOUBLE AS revenue,
  count(*)::DOUBLE AS orders
FROM ({orders})
GROUP BY 1, 2
