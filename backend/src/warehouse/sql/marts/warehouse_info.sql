-- grain: one row: what this generation is
-- generation: its id
-- schema_version: version of the tables
-- built_at: when it was built
-- source: name of the folder in which the files lay
-- sample: whether it is generated sample data
-- first_day: first day with a purchase
-- last_day: last day with a purchase
-- regular_first_day: first day of regular trade: after the last gap of more than 7 days without purchases before which less than 5 % of all purchases fell
-- regular_last_day: last day of regular trade: the last with at least a tenth of the median of the 56 days before
-- all_orders: number of orders, whatever their status
-- all_customers: persons with any order
-- all_payments: payments of all orders
-- purchases: number of orders that are neither canceled nor unavailable
-- purchase_customers: persons with a purchase
-- purchase_payments: payments of purchases
select
  i.generation,
  i.schema_version,
  i.built_at,
  i.source,
  i.sample,
  d.first_day,
  d.last_day,
  r.first_day as regular_first_day,
  r.last_day as regular_last_day,
  t.*
from stg_info i
cross join (select min(day) as first_day, max(day) as last_day from stg_days) d
cross join stg_regular_trade r
cross join (
  select
    count(*) as all_orders,
    count(distinct customer_key) as all_customers,
    cast(sum(payment_value) as decimal(18, 2)) as all_payments,
    count(*) filter (where is_purchase) as purchases,
    count(distinct customer_key) filter (where is_purchase) as purchase_customers,
    cast(sum(payment_value) filter (where is_purchase) as decimal(18, 2)) as purchase_payments
  from fct_orders
) t
