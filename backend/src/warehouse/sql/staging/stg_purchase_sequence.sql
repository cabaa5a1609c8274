-- grain: one row per purchase of a person who made more than one
with repeaters as (
  select customer_key from stg_order_persons where is_purchase group by customer_key having count(*) > 1
)
select
  order_key,
  row_number() over (partition by customer_key order by order_key) as purchase_number,
  lead(purchased_at) over (partition by customer_key order by order_key) as next_purchase_at
from stg_order_persons
where is_purchase and customer_key in (select customer_key from repeaters)
