-- grain: one row per calendar day from the first to the last purchase
-- day: the day
-- orders: number of purchases placed on it
-- revenue: payments of these purchases
-- customers: number of persons who placed them
-- is_regular: whether the day belongs to regular trade, see regular_first_day and regular_last_day in warehouse_info
select c.day, c.orders, c.revenue, c.customers, c.day between r.first_day and r.last_day as is_regular
from stg_calendar c
cross join stg_regular_trade r
order by c.day
