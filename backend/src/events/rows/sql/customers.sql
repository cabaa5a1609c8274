-- grain: one row per order_placed, the latest of each order: the files give each order a customer_id of its own, too
select
  'event:' || order_id as customer_id,
  customer_id as customer_unique_id,
  body ->> 'zip_prefix' as customer_zip_code_prefix,
  body ->> 'city' as customer_city,
  body ->> 'state' as customer_state
from {events}
where type = 'order_placed'
qualify row_number() over (partition by order_id order by occurred_at desc, seq desc) = 1
