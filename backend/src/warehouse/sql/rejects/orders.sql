-- grain: one row per row of stg_orders, with the reason to refuse it, if there is one
select
  rowid as row_id,
  case
    when order_id is null then 'order_id is missing'
    when purchased_at is null then 'order_purchase_timestamp is missing'
    when purchased_at < timestamp '1990-01-01' then 'order_purchase_timestamp lies before 1990'
    when purchased_at > cast(current_timestamp as timestamp) + interval 1 day then 'order_purchase_timestamp lies in the future'
    when approved_at < timestamp '1990-01-01' then 'order_approved_at lies before 1990'
    when approved_at >= timestamp '2200-01-01' then 'order_approved_at lies after 2199'
    when carrier_at < timestamp '1990-01-01' then 'order_delivered_carrier_date lies before 1990'
    when carrier_at >= timestamp '2200-01-01' then 'order_delivered_carrier_date lies after 2199'
    when delivered_at < timestamp '1990-01-01' then 'order_delivered_customer_date lies before 1990'
    when delivered_at >= timestamp '2200-01-01' then 'order_delivered_customer_date lies after 2199'
    when estimated_day < date '1990-01-01' then 'order_estimated_delivery_date lies before 1990'
    when estimated_day >= date '2200-01-01' then 'order_estimated_delivery_date lies after 2199'
    when customer_unique_id is null then 'customer_id is not among the accepted customers'
  end as reason
from stg_orders
