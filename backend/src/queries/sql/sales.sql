-- One row per bucket of time that has a purchase.
SELECT strftime(bucket, '%Y-%m-%d') AS bucket, value
FROM (SELECT {bucket} AS bucket, {measure} AS value FROM fct_sales {where} GROUP BY 1)
ORDER BY 1
