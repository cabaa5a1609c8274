-- One row per value of the dimension that counts for something: the first so many in one order, shown in another.
SELECT dimension, value
FROM (
  SELECT {dimension} AS dimension, {measure} AS value
  FROM fct_sales
  {where}
  GROUP BY 1
  HAVING value <> 0
  ORDER BY {chosen}, dimension
  {limit}
)
ORDER BY {order}
