-- grain: one row per customer with an event that is no order up to the end of the day $cut
--
-- What somebody did at the same instant is one: shops send an event again under another id, and some events may be both in
-- the generation and among those that come after it.
SELECT
  customer_key,
  count(DISTINCT occurred_at) FILTER (
    WHERE event_type = 'support_ticket_opened' AND occurred_at >= $cut::DATE - 89
  ) AS support_tickets,
  count(DISTINCT occurred_at) FILTER (
    WHERE event_type = 'payment_failed' AND occurred_at >= $cut::DATE - 89
  ) AS failed_payments,
  count(DISTINCT occurred_at) FILTER (
    WHERE event_type = 'email_opened' AND occurred_at >= $cut::DATE - 89
  ) AS emails_opened,
  count(DISTINCT occurred_at) FILTER (
    WHERE event_type = 'email_clicked' AND occurred_at >= $cut::DATE - 89
  ) AS emails_clicked,
  count(DISTINCT occurred_at) FILTER (
    WHERE event_type = 'page_viewed' AND occurred_at >= $cut::DATE - 29
  ) AS pages_viewed,
  max(occurred_at::DATE) FILTER (WHERE event_type IN ('email_opened', 'email_clicked', 'page_viewed')) AS last_interest
FROM fct_customer_events
WHERE occurred_at < $cut::DATE + INTERVAL 1 DAY
GROUP BY customer_key
