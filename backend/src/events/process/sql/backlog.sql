-- grain: one row: what of the log waits for its effect, and the letters that could not be used
SELECT
  count(*) AS waiting,
  epoch_ms(min(received_at))::DOUBLE AS oldest_ms,
  (SELECT count(*) FROM dead_letters) AS dead_letters
FROM events
WHERE seq > $seq
