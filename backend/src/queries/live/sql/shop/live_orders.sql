-- grain: one row per order of a touched customer, with keys among all orders and customers: see keys.sql
SELECT o.* REPLACE (-1 - (hash(o.order_id) >> 1)::BIGINT AS order_key, k.customer_key AS customer_key)
FROM fct_orders AS o
JOIN dim_customers AS d ON d.customer_key = o.customer_key
JOIN keys AS k ON k.customer_id = d.customer_id
