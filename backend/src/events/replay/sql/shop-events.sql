-- grain: one row per event, as JSON, in the order in which they happened
-- What the shop's files tell of an order, brought back into the events that led to it. When an order came to its final
-- status is recorded for few of them: for the others it is taken to be the last time that is known of the order. Files may
-- have a carrier take an order over before it was placed: such news belongs to the period of the order.
with orders as (
  select
    o.order_id,
    c.customer_unique_id as customer_id,
    c.customer_zip_code_prefix as zip_prefix,
    coalesce(c.customer_city, '(unknown)') as city,
    coalesce(c.customer_state, '(unknown)') as state,
    lower(o.order_status) as final,
    list_position({statuses}, lower(o.order_status)) as stage,
    o.order_purchase_timestamp as purchased_at,
    o.order_approved_at as approved_at,
    o.order_delivered_carrier_date as carrier_at,
    o.order_delivered_customer_date as delivered_at,
    o.order_estimated_delivery_date as estimated_at,
    greatest(
      o.order_purchase_timestamp, o.order_approved_at, o.order_delivered_carrier_date, o.order_delivered_customer_date
    ) as last_at
  from raw_orders o
  join raw_customers c on c.customer_id = o.customer_id
),
items as (
  select
    i.order_id,
    list(struct_pack(
      product_id := i.product_id,
      seller_id := i.seller_id,
      price := i.price,
      freight_value := i.freight_value,
      shipping_limit_at := strftime(i.shipping_limit_date, '{time}'),
      category := p.product_category_name,
      weight_g := p.product_weight_g,
      seller_state := s.seller_state
    ) order by i.order_item_id) as items
  from raw_order_items i
  left join raw_products p on p.product_id = i.product_id
  left join raw_sellers s on s.seller_id = i.seller_id
  group by i.order_id
),
payments as (
  select
    order_id,
    list(struct_pack(
      type := payment_type,
      instalments := payment_installments,
      value := payment_value,
      number := payment_sequential
    ) order by payment_sequential) as payments
  from raw_order_payments
  group by order_id
),
events as (
  select
    purchased_at as moment,
    1 as place,
    to_json(struct_pack(
      id := 'placed:' || o.order_id, type := 'order_placed', occurred_at := strftime(purchased_at, '{time}'),
      customer_id := customer_id, order_id := o.order_id, zip_prefix := zip_prefix, city := city, state := state,
      items := coalesce(i.items, []), payments := p.payments,
      estimated_delivery_at := strftime(estimated_at, '{time}')
    )) as event
  from orders o
  left join items i on i.order_id = o.order_id
  left join payments p on p.order_id = o.order_id
  where purchased_at >= {from} and purchased_at < {to}
  union all
  select greatest(purchased_at, approved_at), 2, to_json(struct_pack(
    id := 'paid:' || order_id, type := 'order_paid', occurred_at := strftime(approved_at, '{time}'),
    customer_id := customer_id, order_id := order_id, approved_at := strftime(approved_at, '{time}'),
    status := ({statuses})[least(stage, 2)]
  ))
  from orders where approved_at is not null
  union all
  select greatest(purchased_at, carrier_at), 3, to_json(struct_pack(
    id := 'shipped:' || order_id, type := 'order_delivered', occurred_at := strftime(carrier_at, '{time}'),
    customer_id := customer_id, order_id := order_id, carrier_at := strftime(carrier_at, '{time}'),
    delivered_at := cast(null as varchar), status := ({statuses})[least(stage, 5)]
  ))
  from orders where carrier_at is not null
  union all
  select greatest(purchased_at, delivered_at), 4, to_json(struct_pack(
    id := 'delivered:' || order_id, type := 'order_delivered', occurred_at := strftime(delivered_at, '{time}'),
    customer_id := customer_id, order_id := order_id, delivered_at := strftime(delivered_at, '{time}'),
    status := ({statuses})[least(stage, 6)]
  ))
  from orders where delivered_at is not null
  union all
  select last_at, 5, to_json(struct_pack(
    id := 'settled:' || order_id, type := 'order_delivered', occurred_at := strftime(last_at, '{time}'),
    customer_id := customer_id, order_id := order_id, delivered_at := cast(null as varchar),
    carrier_at := cast(null as varchar), status := final
  ))
  from orders
  where stage between 2 and 6 and (final <> 'delivered' or delivered_at is null)
  union all
  select last_at, 6, to_json(struct_pack(
    id := 'canceled:' || order_id, type := 'order_canceled', occurred_at := strftime(last_at, '{time}'),
    customer_id := customer_id, order_id := order_id, status := final
  ))
  from orders where stage > 6
  union all
  select greatest(o.purchased_at, coalesce(r.review_answer_timestamp, r.review_creation_date)), 7, to_json(struct_pack(
    id := 'reviewed:' || r.review_id || ':' || r.order_id, type := 'order_reviewed',
    occurred_at := strftime(coalesce(r.review_answer_timestamp, r.review_creation_date), '{time}'),
    customer_id := o.customer_id, order_id := r.order_id, score := r.review_score, review_id := r.review_id,
    title := r.review_comment_title, message := r.review_comment_message,
    created_at := strftime(r.review_creation_date, '{time}')
  ))
  from raw_order_reviews r
  join orders o on o.order_id = r.order_id
)
select event from events where moment >= {from} and moment < {to} order by moment, place, event
