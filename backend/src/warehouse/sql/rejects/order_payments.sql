-- grain: one row per row of stg_order_payments and reason to refuse it
with judged as (
  select
    rowid as row_id,
    case
      when order_key is null then 'order_id is not among the accepted orders'
      when payment_number is null then 'payment_sequential is missing'
      when value is null then 'payment_value is missing'
      when value < 0 then 'payment_value is negative'
    end as reason
  from stg_order_payments
),
twice as (
  select order_key, payment_number, min(rowid) as first_row from stg_order_payments group by order_key, payment_number having count(*) > 1
)
select row_id, reason from judged where reason is not null
union all
select s.rowid, 'order_id and payment_sequential occur more than once (the first row is kept)'
from stg_order_payments s
join twice t on t.order_key = s.order_key and t.payment_number = s.payment_number
where s.rowid > t.first_row
