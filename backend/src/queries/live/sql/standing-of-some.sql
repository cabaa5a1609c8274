-- grain: one row per touched customer with a purchase up to $cut, by the key that the features have
SELECT
  d.customer_key,
  d.customer_id,
  arg_max(o.state, o.order_key) FILTER (o.purchase_day <= $cut::DATE) AS state,
  max(o.purchase_day) FILTER (o.purchase_day <= $cut::DATE) AS last_order,
  string_agg(DISTINCT o.purchase_day::VARCHAR, ' ') AS purchase_days
FROM fct_orders AS o
JOIN dim_customers AS d ON d.customer_key = o.customer_key
WHERE o.is_purchase
GROUP BY d.customer_key, d.customer_id
HAVING min(o.purchase_day) <= $cut::DATE
ORDER BY d.customer_key
