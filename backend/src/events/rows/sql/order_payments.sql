-- grain: one row per payment of an order, as the latest event that lists them does
with listed as (
  select
    order_id,
    from_json(body -> 'payments', '[{"type": "VARCHAR", "instalments": "INTEGER", "value": "DECIMAL(18,2)",
      "number": "INTEGER"}]') as payments
  from {events}
  where type in ('order_placed', 'order_paid') and json_type(body, 'payments') = 'ARRAY'
  qualify row_number() over (partition by order_id order by occurred_at desc, seq desc) = 1
),
numbered as (
  select order_id, unnest(payments) as payment, cast(generate_subscripts(payments, 1) as integer) as place from listed
)
select
  order_id,
  coalesce(payment.number, place) as payment_sequential,
  payment.type as payment_type,
  coalesce(payment.instalments, 1) as payment_installments,
  payment.value as payment_value
from numbered
qualify row_number() over (partition by order_id, payment_sequential order by place) = 1
