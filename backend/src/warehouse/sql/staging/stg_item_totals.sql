-- grain: one row per order with items
with totals as (
  select
    order_key,
    cast(sum(price) as decimal(18, 2)) as item_value,
    cast(sum(freight) as decimal(18, 2)) as freight_value,
    cast(count(*) as integer) as items
  from fct_order_items
  group by order_key
)
select
  t.order_key,
  t.item_value,
  t.freight_value,
  t.items,
  coalesce(v.categories, 1) as categories,
  coalesce(v.sellers, 1) as sellers
from totals t
left join stg_item_variety v on v.order_key = t.order_key
