-- grain: one row per category with outcomes
--
-- Rates of small groups are drawn to the overall rate as if that many purchases of the average kind were among them.
-- Rates, like money, are decimals until the end: sums of them are exact, whatever the order of the rows. They come out
-- as multiples of the overall rate, which differs from one cut to another and would tell the cuts apart.
SELECT category, ((sum(came_back) + 100 * any_value(overall.rate)) / (count(*) + 100))::DECIMAL(9, 6) AS rate
FROM (
  SELECT DISTINCT outcomes.order_key, outcomes.came_back, i.category
  FROM outcomes
  JOIN fct_order_items i ON i.order_key = outcomes.order_key
)
CROSS JOIN overall
GROUP BY category
