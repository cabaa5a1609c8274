-- grain: one row per seller from whom something was ordered, with what was said of them last
with items as (
  select
    row(occurred_at, seq) as age,
    unnest(from_json(body -> 'items', '[{"seller_id": "VARCHAR", "seller_zip_prefix": "VARCHAR",
      "seller_city": "VARCHAR", "seller_state": "VARCHAR"}]')) as item
  from {events}
  where type = 'order_placed'
)
select
  item.seller_id as seller_id,
  arg_max(item.seller_zip_prefix, age) as seller_zip_code_prefix,
  arg_max(item.seller_city, age) as seller_city,
  arg_max(item.seller_state, age) as seller_state
from items
group by item.seller_id
