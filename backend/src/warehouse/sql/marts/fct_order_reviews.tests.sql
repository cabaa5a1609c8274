-- test: fct_order_reviews has one row per review and order
select review_id, order_key from fct_order_reviews group by review_id, order_key having count(*) > 1;
