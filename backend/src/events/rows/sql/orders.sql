-- grain: one row per order that an event names; one without order_placed changes an order that is in the files
with changes as (
  select
    order_id,
    type,
    occurred_at,
    row(occurred_at, seq) as age,
    coalesce(body ->> 'status', case type
      when 'order_placed' then 'created'
      when 'order_paid' then 'approved'
      when 'order_canceled' then 'canceled'
      else 'delivered'
    end) as status,
    body
  from {events}
  where type in ('order_placed', 'order_paid', 'order_canceled', 'order_delivered')
),
-- A time that is left out is that of the event; null says that it is not known.
times as (
  select
    order_id,
    age,
    list_position({statuses}, status) as stage,
    case when type = 'order_placed' then occurred_at end as purchased_at,
    case when type = 'order_placed' then cast(body ->> 'estimated_delivery_at' as timestamp) end as estimated_at,
    case when type = 'order_paid' then
      case when json_type(body, 'approved_at') is null then occurred_at else cast(body ->> 'approved_at' as timestamp) end
    end as approved_at,
    case when type = 'order_delivered' then
      case when json_type(body, 'carrier_at') is null
        then case when status = 'shipped' then occurred_at end
        else cast(body ->> 'carrier_at' as timestamp) end
    end as carrier_at,
    case when type = 'order_delivered' then
      case when json_type(body, 'delivered_at') is null
        then case when status = 'delivered' then occurred_at end
        else cast(body ->> 'delivered_at' as timestamp) end
    end as delivered_at
  from changes
)
select
  order_id,
  'event:' || order_id as customer_id,
  ({statuses})[max(stage)] as order_status,
  arg_max(purchased_at, age) as order_purchase_timestamp,
  arg_max(approved_at, age) as order_approved_at,
  arg_max(carrier_at, age) as order_delivered_carrier_date,
  arg_max(delivered_at, age) as order_delivered_customer_date,
  arg_max(estimated_at, age) as order_estimated_delivery_date
from times
group by order_id
