-- One row per series and day that has a purchase: the $limit largest values of the dimension over all days, the rest
-- summed as "Other", largest series first and "Other" last.
WITH lines AS (
  SELECT purchase_day, order_key, customer_key, revenue, {dimension} AS dimension
  FROM {sales}
  {where}
),
largest AS (
  SELECT dimension, row_number() OVER (ORDER BY {measure} DESC, dimension) AS rank
  FROM lines
  GROUP BY dimension
  QUALIFY rank <= $limit
)
SELECT
  coalesce(largest.dimension, 'Other') AS series,
  (purchase_day - $first::DATE)::INTEGER AS day,
  {measure} AS value
FROM lines LEFT JOIN largest USING (dimension)
GROUP BY largest.rank, 1, 2
ORDER BY coalesce(largest.rank, $limit + 1), day
