-- grain: one row per accepted order, with the sums of its payments and items
with payments as (
  select
    order_key,
    cast(sum(value) as decimal(18, 2)) as payment_value,
    cast(sum(case when payment_type = 'voucher' then value else 0 end) as decimal(18, 2)) as voucher_value,
    max(instalments) as instalments,
    cast(count(*) as integer) as payment_types
  from stg_payments_by_type
  group by order_key
)
select
  o.order_key,
  coalesce(p.payment_value, 0) as payment_value,
  coalesce(p.voucher_value, 0) as voucher_value,
  coalesce(p.instalments, 0) as instalments,
  coalesce(p.payment_types, 0) as payment_types,
  coalesce(i.item_value, 0) as item_value,
  coalesce(i.freight_value, 0) as freight_value,
  coalesce(i.items, 0) as items,
  coalesce(i.categories, 0) as categories,
  coalesce(i.sellers, 0) as sellers
from stg_order_persons o
left join payments p on p.order_key = o.order_key
left join stg_item_totals i on i.order_key = o.order_key
