{with}largest AS (
  SELECT {dimension}, {measure} AS {name}
  FROM fct_sales
{where}
  GROUP BY 1
  HAVING {measure} <> 0
  ORDER BY 2 DESC, 1
  LIMIT {limit}
)
SELECT {by}, {name}
FROM largest
ORDER BY {order}
