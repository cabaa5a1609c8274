-- grain: one row per customer with at least one purchase up to the end of the day $cut, by customer_key
-- repeats: purchase occasions after the first; the purchases of a day are one occasion
-- last_repeat: days from the first occasion to the last
-- observed: days from the first occasion to $cut
SELECT
  customer_key,
  (count(DISTINCT purchase_day) - 1)::DOUBLE AS repeats,
  (max(purchase_day) - min(purchase_day))::DOUBLE AS last_repeat,
  ($cut::DATE - min(purchase_day))::DOUBLE AS observed
FROM fct_orders
WHERE is_purchase AND purchase_day <= $cut::DATE
GROUP BY customer_key
ORDER BY customer_key
