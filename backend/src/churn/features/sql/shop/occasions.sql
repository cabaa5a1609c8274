-- grain: one row per customer and day with a purchase up to $cut
--
-- Several purchases of a person on one day are one occasion.
SELECT
  customer_key,
  purchase_day,
  lead(purchase_day) OVER (PARTITION BY customer_key ORDER BY purchase_day) - purchase_day AS gap_days
FROM (SELECT DISTINCT customer_key, purchase_day FROM purchases)
