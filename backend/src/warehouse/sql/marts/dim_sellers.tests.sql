-- test: dim_sellers has one row per seller_id, none missing
select seller_id from dim_sellers group by seller_id having count(*) > 1 or seller_id is null;
