-- grain: one row per person (customer_unique_id) with at least one order
-- customer_key: number of the person, from 1, by first order
-- customer_id: the shop's id of the person (customer_unique_id)
-- state: state of the address of the latest order
-- city: city of the address of the latest order
-- zip_prefix: first digits of the zip code of the latest order's address
select
  cast(row_number() over (order by min(order_key)) as integer) as customer_key,
  customer_unique_id as customer_id,
  arg_max(state, order_key) as state,
  arg_max(city, order_key) as city,
  arg_max(zip_prefix, order_key) as zip_prefix
from stg_order_keys
group by customer_unique_id
order by customer_key
