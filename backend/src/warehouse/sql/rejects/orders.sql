-- grain: one row per row of stg_orders and reason to refuse it
with judged as (
  select
    rowid as row_id,
    case
      when order_id is null then 'order_id is missing'
      when purchased_at is null then 'order_purchase_timestamp is missing'
      when purchased_at < timestamp '1990-01-01' then 'order_purchase_timestamp lies before 1990'
      when purchased_at > cast(current_timestamp as timestamp) + interval 1 day then 'order_purchase_timestamp lies in the future'
      when customer_unique_id is null then 'customer_id is not among the accepted customers'
    end as reason
  from stg_orders
),
twice as (
  select order_id, min(rowid) as first_row from stg_orders group by order_id having count(*) > 1
)
select row_id, reason from judged where reason is not null
union all
select s.rowid, 'order_id occurs more than once (the first row is kept)'
from stg_orders s
join twice t on t.order_id = s.order_id
where s.rowid > t.first_row
