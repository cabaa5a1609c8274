-- test: dim_products has one row per product_id, none missing
select product_id from dim_products group by product_id having count(*) > 1 or product_id is null;

-- test: every product in dim_products has a category
select product_id from dim_products where category is null;
