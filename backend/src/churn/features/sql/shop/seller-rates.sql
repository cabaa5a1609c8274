-- grain: one row per seller with outcomes; see category-rates.sql
SELECT seller_id, ((sum(came_back) + 50 * any_value(overall.rate)) / (count(*) + 50))::DECIMAL(9, 6) AS rate
FROM (
  SELECT DISTINCT outcomes.order_key, outcomes.came_back, i.seller_id
  FROM outcomes
  JOIN fct_order_items i ON i.order_key = outcomes.order_key
)
CROSS JOIN overall
GROUP BY seller_id
