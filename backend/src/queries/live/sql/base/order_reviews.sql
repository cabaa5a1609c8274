SELECT
  r.review_id,
  o.order_id,
  r.score AS review_score,
  r.title AS review_comment_title,
  r.message AS review_comment_message,
  r.created_at AS review_creation_date,
  r.answered_at AS review_answer_timestamp
FROM generation.fct_order_reviews AS r
JOIN base_orders AS o ON o.order_key = r.order_key
