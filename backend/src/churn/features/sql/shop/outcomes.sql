-- grain: one row per purchase whose 90 days are over at $cut
--
-- Did another occasion follow within 90 days? Only of purchases for which the cut day already answers that.
SELECT
  p.order_key,
  p.state,
  p.city,
  CASE WHEN o.gap_days <= 90 THEN 1 ELSE 0 END AS came_back
FROM purchases p
JOIN occasions o ON o.customer_key = p.customer_key AND o.purchase_day = p.purchase_day
WHERE p.purchase_day <= $cut::DATE - 90
