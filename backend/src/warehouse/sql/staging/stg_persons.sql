-- grain: one row per person, with the first and the latest order
select customer_unique_id, min(order_key) as first_order_key, max(order_key) as latest_order_key
from stg_orders_numbered
group by customer_unique_id
