-- grain: one row per customer with events after $from and up to $to
SELECT DISTINCT customer_id FROM events WHERE seq > $from AND seq <= $to ORDER BY customer_id
