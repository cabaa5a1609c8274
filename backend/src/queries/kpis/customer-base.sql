-- The customer base by the life of each customer's latest purchase: a purchase is its customer's latest one on every day
-- from its own to the day before the next. One row per day of the purchase (or of the first purchase of what the filters
-- name, when that is later), day of the next one (or of the first purchase of what is left out, when that is earlier),
-- and whether the customer had come back by then. Days are counted since 1970-01-01.
SELECT
  (purchase_day - DATE '1970-01-01')::INTEGER AS purchase_day,
  ({since} - DATE '1970-01-01')::INTEGER AS since_day,
  coalesce({until} - DATE '1970-01-01', 2147483647)::INTEGER AS next_day,
  (purchase_number > 1)::TINYINT AS repeated,
  count(*)::DOUBLE AS customers
FROM fct_orders {buyers}
{where}
GROUP BY 1, 2, 3, 4
