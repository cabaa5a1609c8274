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
with payments as (
  select
    order_key,
    sum(value) as payment_value,
    sum(case when payment_type = 'voucher' then value else 0 end) as voucher_value,
    max(instalments) as instalments,
    count(*) as payment_types
  from stg_payments_by_type
  group by order_key
),
reviews as (
  select order_key, avg(score) as review_score, min(answered_at) as reviewed_at
  from fct_order_reviews
  group by order_key
)
select
  k.order_key,
  o.order_id,
  k.customer_key,
  o.state,
  o.city,
  o.purchased_at,
  cast(o.purchased_at as date) as purchase_day,
  o.status,
  k.is_purchase,
  cast(coalesce(p.payment_value, 0) as decimal(18, 2)) as payment_value,
  cast(coalesce(i.item_value, 0) as decimal(18, 2)) as item_value,
  cast(coalesce(i.freight_value, 0) as decimal(18, 2)) as freight_value,
  cast(coalesce(i.items, 0) as integer) as items,
  cast(coalesce(i.categories, 0) as integer) as categories,
  cast(coalesce(i.sellers, 0) as integer) as sellers,
  coalesce(p.instalments, 0) as instalments,
  cast(coalesce(p.voucher_value, 0) as decimal(18, 2)) as voucher_value,
  cast(coalesce(p.payment_types, 0) as integer) as payment_types,
  o.approved_at,
  o.carrier_at,
  o.delivered_at,
  o.estimated_day,
  cast(o.delivered_at as date) <= o.estimated_day as on_time,
  r.review_score,
  r.reviewed_at,
  cast(case when k.is_purchase then coalesce(s.purchase_number, 1) end as integer) as purchase_number,
  s.next_purchase_at,
  cast(s.next_purchase_at as date) as next_purchase_day
from stg_orders o
join stg_order_keys n on n.order_id = o.order_id
join stg_order_persons k on k.order_key = n.order_key
left join payments p on p.order_key = k.order_key
left join stg_item_totals i on i.order_key = k.order_key
left join reviews r on r.order_key = k.order_key
left join stg_purchase_sequence s on s.order_key = k.order_key
order by k.order_key
