-- grain: one row per city: how many customers have ordered from it
SELECT state, city, count(DISTINCT customer_key) AS customers
FROM purchases
GROUP BY state, city
