{with}most AS (
  SELECT {column} AS value, count(DISTINCT order_key) AS orders
  FROM fct_sales
{where}
  GROUP BY 1
  ORDER BY orders DESC, value
  LIMIT {limit}
)
SELECT value AS text, value, orders
FROM most
WHERE value IS NOT NULL
ORDER BY value
