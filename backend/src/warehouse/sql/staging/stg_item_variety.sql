-- grain: one row per order with several items: how many different categories and sellers they are of
-- Most orders have one item: only the others' need counting.
select
  order_key,
  cast(count(distinct category) as integer) as categories,
  cast(count(distinct seller_id) as integer) as sellers
from fct_order_items
where order_key in (select order_key from fct_order_items group by order_key having count(*) > 1)
group by order_key
