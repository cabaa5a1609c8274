-- grain: one row per customer with at least one purchase up to the end of the day $cut, by customer_key
--
-- Whether the customer purchased in the $horizon days after it: the day after $cut is the first of them.
SELECT
  customer_key,
  CASE WHEN max(purchase_day) > $cut::DATE THEN 1 ELSE 0 END::UTINYINT AS returned
FROM fct_orders
WHERE is_purchase AND purchase_day <= $cut::DATE + $horizon::INTEGER
GROUP BY customer_key
HAVING min(purchase_day) <= $cut::DATE
ORDER BY customer_key
