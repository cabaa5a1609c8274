-- grain: one row per item of an order, as its latest order_placed lists them
with latest as (
  select order_id, arg_max(body, row(occurred_at, seq)) as body
  from {events}
  where type = 'order_placed'
  group by order_id
),
placed as (
  select
    order_id,
    from_json(body -> 'items', '[{"product_id": "VARCHAR", "seller_id": "VARCHAR", "shipping_limit_at": "TIMESTAMP",
      "price": "DECIMAL(18,2)", "freight_value": "DECIMAL(18,2)"}]') as items
  from latest
),
numbered as (
  select order_id, unnest(items) as item, cast(generate_subscripts(items, 1) as integer) as number from placed
)
select
  order_id,
  number as order_item_id,
  item.product_id,
  item.seller_id,
  item.shipping_limit_at as shipping_limit_date,
  item.price,
  item.freight_value
from numbered
