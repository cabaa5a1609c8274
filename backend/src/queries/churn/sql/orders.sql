-- The orders of one customer up to the as-of day, newest first, with what was known of them by then.
SELECT
  epoch_ms(o.purchased_at)::DOUBLE AS time,
  {order_id} AS order_id,
  o.status,
  o.payment_value::DOUBLE AS value,
  o.items::DOUBLE AS items,
  (
    SELECT string_agg(DISTINCT i.category, ', ' ORDER BY i.category)
    FROM fct_order_items i
    WHERE i.order_key = o.order_key
  ) AS categories,
  CASE WHEN o.delivered_at < $as_of::DATE + 1 THEN epoch_ms(o.delivered_at)::DOUBLE END AS delivered,
  CASE WHEN o.delivered_at < $as_of::DATE + 1 THEN (o.delivered_at::DATE - o.estimated_day)::DOUBLE END AS days_late,
  CASE WHEN o.reviewed_at < $as_of::DATE + 1 THEN o.review_score::DOUBLE END AS review_score
FROM fct_orders o
WHERE o.customer_key = $customer_key AND o.purchase_day <= $as_of::DATE
ORDER BY o.purchased_at DESC, o.order_key DESC
LIMIT 1000
