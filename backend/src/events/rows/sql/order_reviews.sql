-- grain: one row per review and order, as the latest event says
with latest as (
  select
    coalesce(body ->> 'review_id', id) as review_id,
    order_id,
    arg_max(struct_pack(body := body, answered_at := occurred_at), row(occurred_at, seq)) as reviewed
  from {events}
  where type = 'order_reviewed'
  group by 1, 2
)
select
  review_id,
  order_id,
  cast(reviewed.body ->> 'score' as integer) as review_score,
  reviewed.body ->> 'title' as review_comment_title,
  reviewed.body ->> 'message' as review_comment_message,
  cast(reviewed.body ->> 'created_at' as timestamp) as review_creation_date,
  reviewed.answered_at as review_answer_timestamp
from latest
