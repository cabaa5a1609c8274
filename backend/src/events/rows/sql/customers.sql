-- grain: one row per order_placed, the latest of each order: the files give each order a customer_id of its own, too
with latest as (
  select order_id, arg_max(struct_pack(customer := customer_id, body := body), row(occurred_at, seq)) as placed
  from {events}
  where type = 'order_placed'
  group by order_id
)
select
  'event:' || order_id as customer_id,
  placed.customer as customer_unique_id,
  placed.body ->> 'zip_prefix' as customer_zip_code_prefix,
  placed.body ->> 'city' as customer_city,
  placed.body ->> 'state' as customer_state
from latest
