-- One row per day that has a purchase: days since $first, and the day's value.
SELECT '' AS series, (purchase_day - $first::DATE)::INTEGER AS day, {measure} AS value
FROM fct_sales
{where}
GROUP BY purchase_day
ORDER BY day
