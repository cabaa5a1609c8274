-- grain: one row per row of stg_order_items, with the reason to refuse it, if there is one
select
  rowid as row_id,
  case
    when order_key is null then 'order_id is not among the accepted orders'
    when item_number is null then 'order_item_id is missing'
    when price is null then 'price is missing'
    when price < 0 then 'price is negative'
    when freight is null then 'freight_value is missing'
    when freight < 0 then 'freight_value is negative'
    when shipping_limit_at < timestamp '1990-01-01' then 'shipping_limit_date lies before 1990'
    when shipping_limit_at >= timestamp '2200-01-01' then 'shipping_limit_date lies after 2199'
  end as reason
from stg_order_items
