-- grain: one row per item of an order
-- order_key: the order, see fct_orders
-- item_number: number of the item within its order, from 1
-- product_id: the product, see dim_products
-- seller_id: the seller, see dim_sellers
-- category: category of the product in English, "(no category)" when it has none
-- shipping_limit_at: until when the seller had to hand it to the carrier
-- price: price of the item, without freight
-- freight: freight charged for the item
select
  i.order_key,
  i.item_number,
  i.product_id,
  i.seller_id,
  coalesce(p.category, '(no category)') as category,
  i.shipping_limit_at,
  i.price,
  i.freight
from stg_order_items i
left join stg_products p on p.product_id = i.product_id
