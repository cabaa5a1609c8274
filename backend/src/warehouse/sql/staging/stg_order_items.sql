-- grain: one row per item of an order; without order_key, its order is not among the accepted ones
select
  o.order_key,
  case when o.order_key is null then i.order_id end as unknown_order_id,
  i.order_item_id as item_number,
  i.product_id,
  i.seller_id,
  i.shipping_limit_date as shipping_limit_at,
  i.price,
  i.freight_value as freight
from raw_order_items i
left join stg_orders_numbered o on o.order_id = i.order_id
