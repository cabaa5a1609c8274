-- grain: one row per order with reviews
select order_key, avg(score) as review_score, min(answered_at) as reviewed_at
from fct_order_reviews
group by order_key
