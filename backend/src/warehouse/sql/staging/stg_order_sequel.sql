-- grain: one row per accepted order, with what came after it: its reviews and the person's next purchase
with reviews as (
  select order_key, avg(score) as review_score, min(answered_at) as reviewed_at
  from fct_order_reviews
  group by order_key
)
select
  o.order_key,
  o.customer_key,
  r.review_score,
  r.reviewed_at,
  cast(case when o.is_purchase then coalesce(s.purchase_number, 1) end as integer) as purchase_number,
  s.next_purchase_at
from stg_order_persons o
left join reviews r on r.order_key = o.order_key
left join stg_purchase_sequence s on s.order_key = o.order_key
