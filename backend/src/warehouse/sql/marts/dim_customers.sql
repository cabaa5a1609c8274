-- grain: one row per person (customer_unique_id) with at least one order
-- customer_key: number of the person, from 1, by first order
-- customer_id: the shop's id of the person (customer_unique_id)
-- state: state of the address of the latest order
-- city: city of the address of the latest order
-- zip_prefix: first digits of the zip code of the latest order's address
select
  cast(row_number() over (order by p.first_order_key) as integer) as customer_key,
  p.customer_unique_id as customer_id,
  o.state,
  o.city,
  o.zip_prefix
from stg_persons p
join stg_orders_numbered o on o.order_key = p.latest_order_key
order by customer_key
