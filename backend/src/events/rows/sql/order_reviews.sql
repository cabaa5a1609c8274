-- grain: one row per review and order, as the latest event says
select
  coalesce(body ->> 'review_id', id) as review_id,
  order_id,
  cast(body ->> 'score' as integer) as review_score,
  body ->> 'title' as review_comment_title,
  body ->> 'message' as review_comment_message,
  cast(body ->> 'created_at' as timestamp) as review_creation_date,
  occurred_at as review_answer_timestamp
from {events}
where type = 'order_reviewed'
qualify row_number() over (partition by review_id, order_id order by occurred_at desc, seq desc) = 1
