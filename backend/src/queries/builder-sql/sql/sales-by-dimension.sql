{with}steps AS (
  SELECT DISTINCT {step} AS time
  FROM dim_days
  WHERE day BETWEEN CAST($__timeFrom() AS DATE) AND CAST($__timeTo() AS DATE)
),
lines AS (
  SELECT {bucket} AS time, {by}, order_key, customer_key, revenue
  FROM fct_sales
{where}
),
largest AS (
  SELECT {by}, row_number() OVER (ORDER BY {measure} DESC, {by}) AS rank
  FROM lines
  GROUP BY {by}
  QUALIFY rank <= {limit}
),
sold AS (
  SELECT time, coalesce(largest.{by}, 'Other') AS {by}, min(rank) AS rank, {measure} AS {name}
  FROM lines
  LEFT JOIN largest ON largest.{by} = lines.{by}
  GROUP BY 1, 2
),
series AS (
  SELECT {by}, min(rank) AS rank
  FROM sold
  GROUP BY {by}
)
SELECT time, series.{by}, coalesce(sold.{name}, 0) AS {name}
FROM steps
CROSS JOIN series
LEFT JOIN sold USING (time, {by})
ORDER BY time, series.rank NULLS LAST
