-- grain: one row per item of a touched customer's order, with the order's key of live_orders
SELECT -1 - (hash(o.order_id) >> 1)::BIGINT AS order_key, k.customer_key, i.category, i.seller_id
FROM fct_order_items AS i
JOIN fct_orders AS o ON o.order_key = i.order_key
JOIN dim_customers AS d ON d.customer_key = o.customer_key
JOIN keys AS k ON k.customer_id = d.customer_id
