-- grain: one row per event of the customers $ids after $from and up to $to
SELECT seq, id, type, customer_id, order_id, occurred_at::VARCHAR AS occurred_at, body
FROM events
WHERE seq > $from AND seq <= $to AND customer_id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY seq
