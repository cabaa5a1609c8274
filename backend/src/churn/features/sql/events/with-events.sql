-- grain: one row per customer with at least one purchase up to the end of the day $cut, by customer_key
--
-- The features that orders tell with those of events.
WITH {known}
SELECT
  f.*,
  CASE WHEN recorded.support_tickets THEN coalesce(e.support_tickets, 0) END::DOUBLE AS support_tickets,
  CASE WHEN recorded.failed_payments THEN coalesce(e.failed_payments, 0) END::DOUBLE AS failed_payments,
  CASE WHEN recorded.emails_opened THEN coalesce(e.emails_opened, 0) END::DOUBLE AS emails_opened,
  CASE WHEN recorded.emails_clicked THEN coalesce(e.emails_clicked, 0) END::DOUBLE AS emails_clicked,
  CASE WHEN recorded.pages_viewed THEN coalesce(e.pages_viewed, 0) END::DOUBLE AS pages_viewed,
  ($cut::DATE - e.last_interest)::DOUBLE AS days_since_interest
FROM (
{features}
) AS f
CROSS JOIN recorded
LEFT JOIN engagement AS e ON e.customer_key = f.customer_key
ORDER BY f.customer_key
