-- test: fct_sales has one row per order, item number and payment type
select order_key, item_number, payment_type
from fct_sales
group by order_key, item_number, payment_type
having count(*) > 1;

-- test: the revenue of fct_sales is the payments of all purchases
select s.revenue, o.payments
from (select coalesce(sum(revenue), 0) as revenue from fct_sales) s
cross join (select cast(coalesce(sum(payment_value), 0) as double) as payments from fct_orders where is_purchase) o
where abs(s.revenue - o.payments) > 0.01 + o.payments * 1e-9;

-- test: every purchase is in fct_sales, and nothing else
select 'purchases' as what
from (select count(distinct order_key) as orders from fct_sales) s
cross join (select count(*) as orders from fct_orders where is_purchase) o
where s.orders <> o.orders;

-- test: no row of fct_sales lacks a person, a day or a dimension
select order_key
from fct_sales
where customer_key is null or purchase_day is null or state is null or city is null or category is null
  or payment_type is null or revenue is null;
