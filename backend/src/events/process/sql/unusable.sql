-- grain: one row: the event $seq, with why it cannot be used
INSERT INTO dead_letters (received_at, source, id, customer_id, rejection, reason, body)
SELECT
  received_at,
  source,
  id,
  customer_id,
  'invalid',
  $reason,
  -- As it was sent, so that it can be mended and sent again.
  json_merge_patch(
    body,
    json_object(
      'id', id, 'type', type, 'customer_id', customer_id, 'occurred_at', strftime(occurred_at, '%Y-%m-%dT%H:%M:%S.%gZ')
    )
  )::VARCHAR
FROM events
WHERE seq = $seq
