-- grain: one row: the event $seq, with why it cannot be used
INSERT INTO dead_letters (received_at, source, id, customer_id, rejection, reason, body)
SELECT
  received_at,
  source,
  id,
  customer_id,
  'invalid',
  $reason,
  -- As it was sent, so that it can be mended and sent again. As text: the body may be what cannot be read.
  concat(
    rtrim(
      json_object(
        'id', id, 'type', type, 'customer_id', customer_id, 'occurred_at', strftime(occurred_at, '%Y-%m-%dT%H:%M:%S.%gZ')
      )::VARCHAR,
      '}'
    ),
    if(body = '{}', '}', concat(',', substr(body, 2)))
  )
FROM events
WHERE seq = $seq
