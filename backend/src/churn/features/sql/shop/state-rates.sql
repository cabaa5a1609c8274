-- grain: one row per state with outcomes; see category-rates.sql
SELECT state, (sum(came_back) + 100 * any_value(overall.rate)) / (count(*) + 100) AS rate
FROM outcomes
CROSS JOIN overall
GROUP BY state
