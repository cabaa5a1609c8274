-- grain: one row: the day of the latest of the events after $from and up to $to; unknown without one
SELECT strftime(max(occurred_at), '%Y-%m-%d') AS day FROM events WHERE seq > $from AND seq <= $to
