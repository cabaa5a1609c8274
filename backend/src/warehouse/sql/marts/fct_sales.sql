-- grain: one row per purchase, item of it and payment type of it
-- order_key: the order, see fct_orders; it is a purchase (neither canceled nor unavailable)
-- item_number: number of the item within its order; 0 for an order without items
-- customer_key: the person, see dim_customers
-- purchased_at: when the order was placed
-- purchase_day: the day of purchased_at
-- state: state of the address the order was placed from
-- city: city of that address
-- category: category in English, "(no category)" when it has none, "(no items)" for an order without items
-- seller_id: the seller, see dim_sellers
-- seller_state: state of the seller's address
-- payment_type: credit_card, boleto, voucher, debit_card, not_defined, or "(none)" for an order without payments
-- revenue: the payments of this type, shared among the order's items in proportion to price plus freight
with items as (
  select
    i.order_key,
    i.item_number,
    i.category,
    i.seller_id,
    s.state as seller_state,
    case
      when t.item_value + t.freight_value > 0
        then cast(i.price + i.freight as double) / cast(t.item_value + t.freight_value as double)
      else 1.0 / t.items
    end as share
  from fct_order_items i
  join stg_item_totals t on t.order_key = i.order_key
  left join dim_sellers s on s.seller_id = i.seller_id
  where i.order_key between $first_order and $last_order
),
payments as (
  select order_key, payment_type, cast(value as double) as value
  from stg_payments_by_type
  where order_key between $first_order and $last_order
)
select
  o.order_key,
  coalesce(i.item_number, 0) as item_number,
  o.customer_key,
  o.purchased_at,
  o.purchase_day,
  o.state,
  o.city,
  coalesce(i.category, '(no items)') as category,
  i.seller_id,
  i.seller_state,
  coalesce(p.payment_type, '(none)') as payment_type,
  coalesce(p.value, 0) * coalesce(i.share, 1) as revenue
from fct_orders o
left join items i on i.order_key = o.order_key
left join payments p on p.order_key = o.order_key
where o.is_purchase and o.order_key between $first_order and $last_order
order by o.order_key, item_number, payment_type
