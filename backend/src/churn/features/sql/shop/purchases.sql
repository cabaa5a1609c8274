-- grain: one row per purchase up to the end of the day $cut, as it looked then
SELECT
  order_key,
  customer_key,
  state,
  city,
  purchased_at,
  purchase_day,
  payment_value,
  item_value,
  freight_value,
  voucher_value,
  items,
  instalments,
  estimated_day,
  CASE WHEN approved_at < $cut::DATE + INTERVAL 1 DAY THEN approved_at END AS approved_at,
  CASE WHEN carrier_at < $cut::DATE + INTERVAL 1 DAY THEN carrier_at END AS carrier_at,
  CASE WHEN delivered_at < $cut::DATE + INTERVAL 1 DAY THEN delivered_at END AS delivered_at
FROM fct_orders
WHERE is_purchase AND purchase_day <= $cut::DATE
