-- grain: one row per payment of an order, as the latest event that lists them does
with latest as (
  select order_id, arg_max(body, row(occurred_at, seq)) as body
  from {events}
  where type in ('order_placed', 'order_paid') and json_type(body, 'payments') = 'ARRAY'
  group by order_id
),
listed as (
  select
    order_id,
    from_json(body -> 'payments', '[{"type": "VARCHAR", "instalments": "INTEGER", "value": "DECIMAL(18,2)",
      "number": "INTEGER"}]') as payments
  from latest
),
placed as (
  select order_id, unnest(payments) as payment, cast(generate_subscripts(payments, 1) as integer) as place from listed
),
-- Of several under one number, the first.
numbered as (
  select order_id, coalesce(payment.number, place) as number, arg_min(payment, place) as payment
  from placed
  group by order_id, coalesce(payment.number, place)
)
select
  order_id,
  number as payment_sequential,
  payment.type as payment_type,
  coalesce(payment.instalments, 1) as payment_installments,
  payment.value as payment_value
from numbered
