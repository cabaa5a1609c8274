-- grain: one row per calendar day from the first to the last purchase
with span as (
  select min(day) as first_day, max(day) as last_day from stg_days
),
days as (
  select cast(unnest(generate_series(first_day, last_day, interval 1 day)) as date) as day from span
)
select d.day, coalesce(s.orders, 0) as orders, coalesce(s.revenue, 0) as revenue, coalesce(s.customers, 0) as customers
from days d
left join stg_days s on s.day = d.day
