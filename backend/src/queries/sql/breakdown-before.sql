-- The same for another range, for the values that are shown.
SELECT {dimension} AS dimension, {measure} AS value
FROM fct_sales
{where}
GROUP BY 1
HAVING value <> 0
