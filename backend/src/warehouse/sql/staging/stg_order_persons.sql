-- grain: one row per accepted order, with its person's key
select k.order_key, c.customer_key, k.purchased_at, k.is_purchase
from stg_order_keys k
join dim_customers c on c.customer_id = k.customer_unique_id
