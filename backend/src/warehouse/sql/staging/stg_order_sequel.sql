-- grain: one row per accepted order, with what came after it: its reviews and the person's next purchase
select
  o.order_key,
  o.customer_key,
  r.review_score,
  r.reviewed_at,
  cast(case when o.is_purchase then coalesce(s.purchase_number, 1) end as integer) as purchase_number,
  s.next_purchase_at
from stg_order_persons o
left join stg_review_scores r on r.order_key = o.order_key
left join stg_purchase_sequence s on s.order_key = o.order_key
