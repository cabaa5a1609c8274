-- grain: one row per row of stg_order_items and reason to refuse it
with judged as (
  select
    rowid as row_id,
    case
      when order_key is null then 'order_id is not among the accepted orders'
      when item_number is null then 'order_item_id is missing'
      when price is null then 'price is missing'
      when price < 0 then 'price is negative'
      when freight is null then 'freight_value is missing'
      when freight < 0 then 'freight_value is negative'
    end as reason
  from stg_order_items
),
twice as (
  select order_key, item_number, min(rowid) as first_row from stg_order_items group by order_key, item_number having count(*) > 1
)
select row_id, reason from judged where reason is not null
union all
select s.rowid, 'order_id and order_item_id occur more than once (the first row is kept)'
from stg_order_items s
join twice t on t.order_key = s.order_key and t.item_number = s.item_number
where s.rowid > t.first_row
