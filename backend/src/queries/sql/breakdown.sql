-- One row per value of the dimension, largest first.
SELECT {dimension} AS dimension, {measure} AS value
FROM fct_sales
{where}
GROUP BY 1
ORDER BY value DESC, dimension
{limit}
