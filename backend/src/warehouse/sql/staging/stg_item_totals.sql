-- grain: one row per order with items
with totals as (
  select order_key, sum(price) as item_value, sum(freight) as freight_value, count(*) as items
  from fct_order_items
  group by order_key
),
-- Most orders have one item: only the others' categories and sellers need counting.
variety as (
  select i.order_key, count(distinct i.category) as categories, count(distinct i.seller_id) as sellers
  from fct_order_items i
  where i.order_key in (select order_key from totals where items > 1)
  group by i.order_key
)
select
  t.order_key,
  t.item_value,
  t.freight_value,
  t.items,
  coalesce(v.categories, 1) as categories,
  coalesce(v.sellers, 1) as sellers
from totals t
left join variety v on v.order_key = t.order_key
