-- grain: one row per row of stg_order_payments, with the reason to refuse it, if there is one
select
  rowid as row_id,
  case
    when order_key is null then 'order_id is not among the accepted orders'
    when payment_number is null then 'payment_sequential is missing'
    when value is null then 'payment_value is missing'
    when value < 0 then 'payment_value is negative'
  end as reason
from stg_order_payments
