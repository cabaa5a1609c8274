{ctes}SELECT
  segment,
  {measures}
FROM customers_as_of
{where}
GROUP BY segment
ORDER BY {order}
