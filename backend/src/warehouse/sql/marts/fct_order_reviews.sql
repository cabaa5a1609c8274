-- grain: one row per review and order
-- review_id: the shop's id of the review; one review may cover several orders
-- order_key: the order, see fct_orders
-- score: stars, 1 (worst) to 5
-- title: title of the comment
-- message: text of the comment
-- created_at: when the customer was asked for the review
-- answered_at: when the customer answered
select review_id, order_key, score, title, message, created_at, answered_at
from stg_order_reviews
