-- grain: one row per accepted order, with its person's key
select o.order_key, c.customer_key, o.purchased_at, o.is_purchase
from stg_orders_numbered o
join dim_customers c on c.customer_id = o.customer_unique_id
