-- grain: one row per how-manieth day with a purchase: 1, 2, and 3 for the third and all later ones
--
-- How many customers (for 3: occasions) got there by the end of the day $cut, how many of them came back on a later day
-- by then, and the quartiles of the days that it took these.
WITH occasions AS (
  SELECT
    row_number() OVER (PARTITION BY customer_key ORDER BY purchase_day) AS number,
    lead(purchase_day) OVER (PARTITION BY customer_key ORDER BY purchase_day) - purchase_day AS gap_days
  FROM (SELECT DISTINCT customer_key, purchase_day FROM fct_orders WHERE is_purchase AND purchase_day <= $cut::DATE)
)
SELECT
  least(number, 3)::INTEGER AS number,
  count(*)::DOUBLE AS occasions,
  count(gap_days)::DOUBLE AS came_back,
  quantile_cont(gap_days, 0.25)::DOUBLE AS lower_quartile,
  quantile_cont(gap_days, 0.5)::DOUBLE AS median,
  quantile_cont(gap_days, 0.75)::DOUBLE AS upper_quartile
FROM occasions
GROUP BY least(number, 3)
ORDER BY number
