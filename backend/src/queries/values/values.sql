-- One row per value: the $limit most frequent, in alphabetical order.
SELECT value, orders
FROM (
  SELECT {column} AS value, count(DISTINCT order_key)::DOUBLE AS orders
  FROM fct_sales
  {where}
  GROUP BY 1
  ORDER BY orders DESC, value
  LIMIT $limit
)
WHERE value IS NOT NULL
ORDER BY value
