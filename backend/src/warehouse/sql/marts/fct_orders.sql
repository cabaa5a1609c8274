-- grain: one row per order, whatever its status
-- order_key: number of the order, from 1, by purchase time
-- order_id: the shop's id of the order
-- customer_key: the person, see dim_customers
-- state: state of the address the order was placed from
-- city: city of that address
-- purchased_at: when the order was placed
-- purchase_day: the day of purchased_at
-- status: the order's final status
-- is_purchase: true unless the status is canceled or unavailable
-- payment_value: sum of the order's payments
-- item_value: sum of its items' prices, without freight
-- freight_value: sum of its items' freight
-- items: number of items
-- categories: number of different categories among its items
-- sellers: number of different sellers among its items
-- instalments: the largest number of instalments among its payments
-- voucher_value: part of payment_value paid by voucher
-- payment_types: number of different payment types
-- approved_at: when the payment was approved
-- carrier_at: when the carrier took it over
-- delivered_at: when the customer received it
-- estimated_day: the day by which delivery was promised
-- on_time: whether it was delivered by the end of estimated_day; unknown while undelivered
-- review_score: mean score of its reviews; unknown without one
-- reviewed_at: when its first review was answered
-- purchase_number: the how-manieth purchase of the person it is, from 1; none for orders that are no purchase
-- next_purchase_at: when the same person purchased next
-- next_purchase_day: the day of next_purchase_at
select
  o.order_key,
  o.order_id,
  s.customer_key,
  o.state,
  o.city,
  o.purchased_at,
  cast(o.purchased_at as date) as purchase_day,
  o.status,
  o.is_purchase,
  m.payment_value,
  m.item_value,
  m.freight_value,
  m.items,
  m.categories,
  m.sellers,
  m.instalments,
  m.voucher_value,
  m.payment_types,
  o.approved_at,
  o.carrier_at,
  o.delivered_at,
  o.estimated_day,
  cast(o.delivered_at as date) <= o.estimated_day as on_time,
  s.review_score,
  s.reviewed_at,
  s.purchase_number,
  s.next_purchase_at,
  cast(s.next_purchase_at as date) as next_purchase_day
from stg_orders_numbered o
join stg_order_money m on m.order_key = o.order_key
join stg_order_sequel s on s.order_key = o.order_key
where o.order_key between $first_order and $last_order
order by o.order_key
