-- One row per series and bucket of time, of purchases moved on in time by $shift ms.
SELECT strftime(bucket, '%Y-%m-%d') AS bucket, value, series
FROM (
  SELECT {bucket} AS bucket, {measure} AS value, {series} AS series
  FROM (
    SELECT * REPLACE ((purchased_at + to_milliseconds($shift::BIGINT))::DATE AS purchase_day)
    FROM fct_sales
    {where}
  )
  GROUP BY 1, 3
)
ORDER BY 1
