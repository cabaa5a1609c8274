-- One row per series and bucket of time: the $limit largest values of the dimension over the whole range, the rest
-- summed as "Other", largest series first and "Other" last.
WITH lines AS (
  SELECT purchase_day, order_key, customer_key, revenue, {dimension} AS dimension
  FROM fct_sales
  {where}
),
largest AS (
  SELECT dimension, row_number() OVER (ORDER BY {measure} DESC, dimension) AS rank
  FROM lines
  GROUP BY dimension
  QUALIFY rank <= $limit
)
SELECT strftime(bucket, '%Y-%m-%d') AS bucket, value, series
FROM (
  SELECT
    coalesce(largest.dimension, 'Other') AS series,
    coalesce(largest.rank, $limit + 1) AS rank,
    {bucket} AS bucket,
    {measure} AS value
  FROM lines LEFT JOIN largest USING (dimension)
  GROUP BY 1, 2, 3
)
ORDER BY rank, bucket
