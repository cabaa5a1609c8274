{ctes}SELECT {dimension}, {measure} AS {name}
FROM fct_sales
{where}
GROUP BY 1
HAVING {measure} <> 0
ORDER BY {order}
{limit}
