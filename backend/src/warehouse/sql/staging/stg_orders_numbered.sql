-- grain: one row per accepted order, numbered from 1 by purchase time
select
  cast(row_number() over (order by purchased_at, order_id) as integer) as order_key,
  order_id,
  customer_unique_id,
  zip_prefix,
  city,
  state,
  status,
  status not in ('canceled', 'unavailable') as is_purchase,
  purchased_at,
  approved_at,
  carrier_at,
  delivered_at,
  estimated_day
from stg_orders
