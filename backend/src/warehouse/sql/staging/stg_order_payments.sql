-- grain: one row per payment of an order; without order_key, its order is not among the accepted ones
select
  o.order_key,
  case when o.order_key is null then p.order_id end as unknown_order_id,
  p.payment_sequential as payment_number,
  coalesce(lower(p.payment_type), 'not_defined') as payment_type,
  p.payment_installments as instalments,
  p.payment_value as value
from raw_order_payments p
left join stg_orders_numbered o on o.order_id = p.order_id
