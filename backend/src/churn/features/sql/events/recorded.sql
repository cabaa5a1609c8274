-- grain: one row: which kinds of events the shop has told of its customers up to the end of the day $cut
--
-- Before the first of a kind nobody counted it: that a customer has none says nothing then.
SELECT
  coalesce(bool_or(event_type = 'support_ticket_opened'), false) AS support_tickets,
  coalesce(bool_or(event_type = 'payment_failed'), false) AS failed_payments,
  coalesce(bool_or(event_type = 'email_opened'), false) AS emails_opened,
  coalesce(bool_or(event_type = 'email_clicked'), false) AS emails_clicked,
  coalesce(bool_or(event_type = 'page_viewed'), false) AS pages_viewed
FROM fct_customer_events
WHERE occurred_at < $cut::DATE + INTERVAL 1 DAY
  AND customer_key IN (SELECT customer_key FROM fct_orders WHERE is_purchase AND purchase_day <= $cut::DATE)
