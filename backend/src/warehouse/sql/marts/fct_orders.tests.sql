-- test: fct_orders has one row per order_key, numbered without gaps by purchase time
select order_key, previous_key, purchased_at, previous_at
from (
  select
    order_key,
    purchased_at,
    lag(order_key, 1, 0) over () as previous_key,
    lag(purchased_at) over () as previous_at
  from fct_orders
)
where order_key <> previous_key + 1 or purchased_at < previous_at;

-- test: every order has an id, a person, a time, a status and sums
select order_key
from fct_orders
where order_id is null or customer_key is null or purchased_at is null or status is null or is_purchase is null
  or payment_value is null or item_value is null or freight_value is null or items is null;

-- test: every order's person is in dim_customers
select o.customer_key from fct_orders o where o.customer_key not in (select customer_key from dim_customers);

-- test: fct_orders sums up to the payments, items and freight, each counted once
select o.payments, p.payments as payments_expected, o.prices, i.prices as prices_expected, o.freight, i.freight as freight_expected
from (
  select sum(payment_value) as payments, sum(item_value) as prices, sum(freight_value) as freight, sum(items) as items
  from fct_orders
) o
cross join (select coalesce(sum(value), 0) as payments from fct_order_payments) p
cross join (
  select coalesce(sum(price), 0) as prices, coalesce(sum(freight), 0) as freight, count(*) as items from fct_order_items
) i
where o.payments <> p.payments or o.prices <> i.prices or o.freight <> i.freight or o.items <> i.items;

-- test: every person's purchases are numbered from 1, and only the last has no next one
select customer_key
from fct_orders
where is_purchase
group by customer_key
having max(purchase_number) <> count(*) or count(*) - count(next_purchase_at) <> 1 or min(purchase_number) <> 1;

-- test: orders that are no purchase have no purchase number
select order_key from fct_orders where not is_purchase and (purchase_number is not null or next_purchase_at is not null);
