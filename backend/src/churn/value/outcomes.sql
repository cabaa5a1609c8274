-- grain: one row per customer with a purchase up to the end of the day $cut who purchased again in the $horizon days after it
--
-- Several purchases of a person on one day are one occasion, as in the feature "frequency".
SELECT
  customer_key,
  count(DISTINCT purchase_day) FILTER (WHERE purchase_day > $cut::DATE)::DOUBLE AS purchase_days,
  (sum(payment_value) FILTER (WHERE purchase_day > $cut::DATE))::DOUBLE AS revenue
FROM fct_orders
WHERE is_purchase AND purchase_day <= $cut::DATE + $horizon::INTEGER
GROUP BY customer_key
HAVING min(purchase_day) <= $cut::DATE AND max(purchase_day) > $cut::DATE
ORDER BY customer_key
