-- grain: one row per order, with the person and the address it was placed from
select
  o.order_id,
  c.customer_unique_id,
  c.zip_prefix,
  c.city,
  c.state,
  coalesce(lower(o.order_status), '(unknown)') as status,
  o.order_purchase_timestamp as purchased_at,
  o.order_approved_at as approved_at,
  o.order_delivered_carrier_date as carrier_at,
  o.order_delivered_customer_date as delivered_at,
  cast(o.order_estimated_delivery_date as date) as estimated_day
from raw_orders o
left join stg_customers c on c.customer_id = o.customer_id
