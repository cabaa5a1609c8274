-- One row per value of the dimension that counts for something, largest first.
SELECT {dimension} AS dimension, {measure} AS value
FROM fct_sales
{where}
GROUP BY 1
HAVING value <> 0
ORDER BY value DESC, dimension
{limit}
