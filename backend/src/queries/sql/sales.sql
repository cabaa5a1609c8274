-- One row per bucket of time that has a purchase.
SELECT strftime(date_trunc('{grain}', purchase_day), '%Y-%m-%d') AS bucket, {measure} AS value
FROM fct_sales
{where}
GROUP BY 1
ORDER BY 1
