-- grain: one row per row of stg_order_reviews, with the reason to refuse it, if there is one
select
  rowid as row_id,
  case
    when order_key is null then 'order_id is not among the accepted orders'
    when review_id is null then 'review_id is missing'
    when score is null then 'review_score is missing'
    when score not between 1 and 5 then 'review_score is not 1 to 5'
    when created_at < timestamp '1990-01-01' then 'review_creation_date lies before 1990'
    when created_at >= timestamp '2200-01-01' then 'review_creation_date lies after 2199'
    when answered_at < timestamp '1990-01-01' then 'review_answer_timestamp lies before 1990'
    when answered_at >= timestamp '2200-01-01' then 'review_answer_timestamp lies after 2199'
  end as reason
from stg_order_reviews
