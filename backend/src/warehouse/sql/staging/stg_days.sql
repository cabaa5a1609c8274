-- grain: one row per day with purchases
select
  purchase_day as day,
  count(*) as orders,
  cast(sum(payment_value) as decimal(18, 2)) as revenue,
  count(distinct customer_key) as customers
from fct_orders
where is_purchase
group by purchase_day
