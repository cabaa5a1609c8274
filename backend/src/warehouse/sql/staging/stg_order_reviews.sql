-- grain: one row per review and order; one review may cover several orders, one order may have several reviews
select
  r.review_id,
  o.order_key,
  case when o.order_key is null then r.order_id end as unknown_order_id,
  r.review_score as score,
  r.review_comment_title as title,
  r.review_comment_message as message,
  r.review_creation_date as created_at,
  r.review_answer_timestamp as answered_at
from raw_order_reviews r
left join stg_orders_numbered o on o.order_id = r.order_id
