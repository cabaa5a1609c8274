SELECT customer_key, purchased_at, payment_value AS revenue, delivered_at, on_time, reviewed_at, review_score
FROM fct_orders
WHERE is_purchase
