-- grain: one row per row of stg_order_reviews and reason to refuse it
with judged as (
  select
    rowid as row_id,
    case
      when order_key is null then 'order_id is not among the accepted orders'
      when review_id is null then 'review_id is missing'
      when score is null then 'review_score is missing'
      when score not between 1 and 5 then 'review_score is not 1 to 5'
    end as reason
  from stg_order_reviews
),
twice as (
  select review_id, order_key, min(rowid) as first_row from stg_order_reviews group by review_id, order_key having count(*) > 1
)
select row_id, reason from judged where reason is not null
union all
select s.rowid, 'review_id and order_id occur more than once (the first row is kept)'
from stg_order_reviews s
join twice t on t.review_id = s.review_id and t.order_key = s.order_key
where s.rowid > t.first_row
