-- grain: one row per event after $seq, the first $most of them
SELECT
  seq,
  id,
  type,
  customer_id,
  epoch_ms(occurred_at)::DOUBLE AS occurred_ms,
  epoch_ms(received_at)::DOUBLE AS received_ms
FROM events
WHERE seq > $seq
ORDER BY seq
LIMIT $most
