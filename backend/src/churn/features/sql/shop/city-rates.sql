-- grain: one row per city with outcomes; see category-rates.sql
SELECT state, city, (sum(came_back) + 50 * any_value(overall.rate)) / (count(*) + 50) AS rate
FROM outcomes
CROSS JOIN overall
GROUP BY state, city
