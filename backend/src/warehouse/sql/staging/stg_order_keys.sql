-- grain: one row per accepted order, numbered from 1 by purchase time
select
  cast(row_number() over (order by purchased_at, order_id) as integer) as order_key,
  order_id,
  customer_unique_id,
  state,
  city,
  zip_prefix,
  purchased_at,
  status not in ('canceled', 'unavailable') as is_purchase
from stg_orders
