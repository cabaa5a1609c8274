{with}steps AS (
  SELECT DISTINCT {step} AS time
  FROM dim_days
  WHERE day BETWEEN CAST($__timeFrom() AS DATE) AND CAST($__timeTo() AS DATE)
),
sold AS (
  SELECT {bucket} AS time, {measure} AS {name}
  FROM fct_sales
{where}
  GROUP BY 1
)
SELECT time, coalesce({name}, 0) AS {name}
FROM steps
LEFT JOIN sold USING (time)
ORDER BY time
