-- grain: one row: of how many customers at $cut each feature of events says something
WITH {known}
SELECT
  count(*) FILTER (WHERE support_tickets > 0) AS support_tickets,
  count(*) FILTER (WHERE failed_payments > 0) AS failed_payments,
  count(*) FILTER (WHERE emails_opened > 0) AS emails_opened,
  count(*) FILTER (WHERE emails_clicked > 0) AS emails_clicked,
  count(*) FILTER (WHERE pages_viewed > 0) AS pages_viewed,
  count(last_interest) AS days_since_interest
FROM engagement
WHERE customer_key IN (SELECT customer_key FROM fct_orders WHERE is_purchase AND purchase_day <= $cut::DATE)
