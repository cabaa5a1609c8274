-- test: dim_days has one row per day, without gaps
select count(*) as rows_found
from dim_days
having count(*) <> count(distinct day) or count(*) <> date_diff('day', min(day), max(day)) + 1;

-- test: the orders and revenue of dim_days are those of all purchases
select d.orders, d.revenue, p.orders as orders_expected, p.revenue as revenue_expected
from (select sum(orders) as orders, sum(revenue) as revenue from dim_days) d
cross join (select count(*) as orders, sum(payment_value) as revenue from fct_orders where is_purchase) p
where d.orders <> p.orders or d.revenue <> p.revenue;
