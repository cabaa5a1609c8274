-- grain: one row per touched customer with a purchase up to $cut, by the key that the features have
SELECT
  d.customer_key,
  d.customer_id,
  arg_max(o.state, o.order_key) AS state,
  max(o.purchase_day) AS last_order
FROM fct_orders AS o
JOIN dim_customers AS d ON d.customer_key = o.customer_key
WHERE o.is_purchase AND o.purchase_day <= $cut::DATE
GROUP BY d.customer_key, d.customer_id
ORDER BY d.customer_key
